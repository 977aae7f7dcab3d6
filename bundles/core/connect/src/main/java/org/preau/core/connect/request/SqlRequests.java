package org.preau.core.connect.request;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PageRequest;
import org.preau.api.connector.ConnectorRequest;
import org.preau.api.connector.ConnectorRequest.State;
import org.preau.api.persistence.Rows;

/** The rows of requests; knows no rule. */
final class SqlRequests {
    private static final String READ =
            """
            select r.*, (select coalesce(array_agg(o.structure_id), '{}') from connect.opening o where o.request = r.id) as opened
              from connect.request r\s""";

    private SqlRequests() {}

    /** Keeps a new request. */
    static int add(Connection connection, ConnectorRequest request, byte[] sealed) throws SQLException {
        return Rows.update(
                connection,
                """
                insert into connect.request (id, connector, name_fr, name_en, template, structure_id, filled, state, requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?) on conflict do nothing
                """,
                request.id(),
                request.connectorId(),
                request.name().fr(),
                request.name().en(),
                request.template(),
                request.structureId(),
                sealed,
                request.state(),
                request.requestedBy(),
                request.requestedAt());
    }

    /** One request, which nobody else changes before the transaction ends. */
    static Optional<ConnectorRequest> locked(Connection connection, UUID id) throws SQLException {
        return Rows.first(connection, READ + "where r.id = ? for update", SqlRequests::request, id);
    }

    static Optional<ConnectorRequest> find(Connection connection, UUID id) throws SQLException {
        return Rows.first(connection, READ + "where r.id = ?", SqlRequests::request, id);
    }

    static List<ConnectorRequest> list(
            Connection connection, Collection<UUID> structures, Set<State> states, PageRequest page)
            throws SQLException {
        return Rows.list(
                connection,
                READ
                        + "where r.structure_id = any (?::uuid[]) and r.state = any (?) order by r.requested_at desc, r.id limit ? offset ?",
                SqlRequests::request,
                structures,
                states,
                page.limit(),
                page.offset());
    }

    static long count(Connection connection, Collection<UUID> structures, Set<State> states) throws SQLException {
        return Rows.count(
                connection,
                "select count(*) from connect.request where structure_id = any (?::uuid[]) and state = any (?)",
                structures,
                states);
    }

    static void checked(Connection connection, UUID id, @Nullable UUID by, Instant at) throws SQLException {
        Rows.update(
                connection, "update connect.request set checked_by = ?::uuid, checked_at = ? where id = ?", by, at, id);
    }

    /** Decides, or has it wait again. */
    static void decided(
            Connection connection, UUID id, State state, String reason, @Nullable UUID by, @Nullable Instant at)
            throws SQLException {
        Rows.update(
                connection,
                "update connect.request set state = ?, reason = ?, decided_by = ?::uuid, decided_at = ?::timestamptz where id = ?",
                state,
                reason,
                by,
                at,
                id);
    }

    static void open(Connection connection, UUID id, UUID structure, @Nullable UUID by, Instant at)
            throws SQLException {
        Rows.update(
                connection,
                "insert into connect.opening (request, structure_id, opened_by, opened_at) values (?, ?, ?::uuid, ?) on conflict do nothing",
                id,
                structure,
                by,
                at);
    }

    static void close(Connection connection, UUID id, Collection<UUID> structures) throws SQLException {
        Rows.update(
                connection,
                "delete from connect.opening where request = ? and structure_id = any (?::uuid[])",
                id,
                structures);
    }

    /**
     * An accepted request that is open to somebody.
     *
     * @param connectorId the connector's id
     * @param sealed its file
     * @param openedTo the structures
     */
    record Open(String connectorId, byte[] sealed, Set<UUID> openedTo) {}

    static List<Open> open(Connection connection) throws SQLException {
        return Rows.list(
                connection,
                """
                select r.connector, r.filled, array_agg(o.structure_id) as opened
                  from connect.request r join connect.opening o on o.request = r.id
                 where r.state = 'ACCEPTED' group by r.id order by r.connector
                """,
                row -> new Open(row.getString("connector"), row.getBytes("filled"), opened(row)));
    }

    static Optional<byte[]> sealed(Connection connection, UUID id) throws SQLException {
        return Rows.first(
                connection, "select filled from connect.request where id = ?", row -> row.getBytes("filled"), id);
    }

    private static ConnectorRequest request(ResultSet row) throws SQLException {
        return new ConnectorRequest(
                Rows.uuid(row, "id"),
                row.getString("connector"),
                new LocalizedText(row.getString("name_fr"), row.getString("name_en")),
                row.getString("template"),
                Rows.uuid(row, "structure_id"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("requested_by", UUID.class),
                Objects.requireNonNull(Rows.instant(row, "requested_at")),
                row.getObject("checked_by", UUID.class),
                Optional.ofNullable(Rows.instant(row, "checked_at")),
                row.getObject("decided_by", UUID.class),
                Optional.ofNullable(Rows.instant(row, "decided_at")),
                opened(row));
    }

    private static Set<UUID> opened(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("opened").getArray()).collect(Collectors.toUnmodifiableSet());
    }
}
