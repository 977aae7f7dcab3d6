package org.preau.core.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;

/** The statements on running sessions. Every method is one statement on the caller's connection. */
final class SqlSessions {
    private static final String RUNNING =
            """
            select s.*, exists (select 1 from session.charter_acceptance c
                                where c.account_id = s.account_id and c.version = ?) as charter_accepted
            from session.portal_session s where s.ended is null
            """;

    private SqlSessions() {}

    static void insert(Connection connection, SessionRow row, @Nullable UUID deviceId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into session.portal_session
                    (id, token_hash, account_id, person_id, counter, profile, structure_id, child_id, created, last_act, device_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, row.id());
            insert.setBytes(2, row.tokenHash().bytes());
            insert.setObject(3, row.accountId());
            insert.setObject(4, row.personId());
            insert.setString(5, row.counter());
            insert.setString(6, row.choice().profile().name());
            insert.setObject(7, row.choice().structureId());
            insert.setObject(8, row.choice().childId());
            insert.setObject(9, time(row.created()));
            insert.setObject(10, time(row.lastAct()));
            insert.setObject(11, deviceId);
            insert.executeUpdate();
        }
    }

    static Optional<SessionRow> byHash(Connection connection, String charter, SessionToken.TokenHash hash)
            throws SQLException {
        return one(connection, RUNNING + " and s.token_hash = ?", charter, hash.bytes());
    }

    static Optional<SessionRow> byId(Connection connection, String charter, UUID id) throws SQLException {
        return one(connection, RUNNING + " and s.id = ?", charter, id);
    }

    static List<SessionRow> latest(Connection connection, String charter, PageRequest page) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(RUNNING + " order by s.created desc, s.id desc limit ? offset ?")) {
            select.setString(1, charter);
            select.setInt(2, page.limit());
            select.setInt(3, page.offset());
            List<SessionRow> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(SessionRow.read(found));
                }
            }
            return rows;
        }
    }

    static long count(Connection connection) throws SQLException {
        try (PreparedStatement count =
                        connection.prepareStatement("select count(*) from session.portal_session where ended is null");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static void touch(Connection connection, UUID id, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update session.portal_session set last_act = greatest(last_act, ?) where id = ? and ended is null")) {
            update.setObject(1, time(at));
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    static void move(Connection connection, UUID id, Choice choice) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update session.portal_session set profile = ?, structure_id = ?, child_id = ? where id = ?")) {
            update.setString(1, choice.profile().name());
            update.setObject(2, choice.structureId());
            update.setObject(3, choice.childId());
            update.setObject(4, id);
            update.executeUpdate();
        }
    }

    static Optional<Choice> lastContext(Connection connection, UUID accountId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select profile, structure_id, child_id from session.last_context where account_id = ?")) {
            select.setObject(1, accountId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Choice(
                                Profile.valueOf(row.getString(1)),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class)))
                        : Optional.empty();
            }
        }
    }

    static void keepContext(Connection connection, UUID accountId, Choice choice) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                """
                insert into session.last_context (account_id, profile, structure_id, child_id) values (?, ?, ?, ?)
                on conflict (account_id) do update set profile = excluded.profile,
                    structure_id = excluded.structure_id, child_id = excluded.child_id
                """)) {
            upsert.setObject(1, accountId);
            upsert.setString(2, choice.profile().name());
            upsert.setObject(3, choice.structureId());
            upsert.setObject(4, choice.childId());
            upsert.executeUpdate();
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<SessionRow> one(Connection connection, String sql, String charter, @Nullable Object key)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, charter);
            select.setObject(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(SessionRow.read(row)) : Optional.empty();
            }
        }
    }
}
