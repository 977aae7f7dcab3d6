package org.preau.core.communication;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.communication.NewException;
import org.preau.api.communication.RuleException;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;

/** Rows of exceptions. */
final class ExceptionRows {
    private static final String INSERT =
            """
            insert into communication.exception (id, structure_id, kind, from_kind, from_id, from_profiles, to_kind, to_id,
                                                 to_profiles, both_ways, until, reason, account_id, at)
            values (?, ?, ?, ?, ?, ?::text[], ?::text, ?::uuid, ?::text[], ?, ?::date, ?, ?::uuid, ?)
            """;
    private static final String READ = "select *, count(*) over () as total from communication.exception";
    private static final String BELOW =
            """
             where structure_id = any (?::uuid[]) and (? or ended_at is null and (until is null or until >= ?))
             order by id desc limit ? offset ?
            """;

    private ExceptionRows() {}

    static void insert(Connection connection, RuleException exception) throws SQLException {
        NewException what = exception.what();
        Scope to = what.to();
        Rows.update(
                connection,
                INSERT,
                exception.id(),
                exception.structureId(),
                what.kind(),
                what.from().kind(),
                what.from().id(),
                what.fromProfiles(),
                to == null ? null : to.kind().name(),
                to == null ? null : to.id(),
                what.toProfiles(),
                what.bothWays(),
                what.until(),
                what.reason(),
                exception.accountId(),
                exception.at());
    }

    /** Those that were not ended by hand; their last day may have passed. */
    static List<RuleException> running(Connection connection) throws SQLException {
        return Rows.list(connection, READ + " where ended_at is null order by id", ExceptionRows::exception);
    }

    static Optional<RuleException> find(Connection connection, UUID id) throws SQLException {
        return Rows.list(connection, READ + " where id = ?", ExceptionRows::exception, id).stream()
                .findFirst();
    }

    static boolean end(Connection connection, UUID id, Instant now) throws SQLException {
        String sql = "update communication.exception set ended_at = ? where id = ? and ended_at is null";
        return Rows.update(connection, sql, now, id) > 0;
    }

    static Page<RuleException> below(
            Connection connection, Collection<UUID> structures, boolean ended, LocalDate today, PageRequest page)
            throws SQLException {
        long[] total = {0};
        List<RuleException> items = Rows.list(
                connection,
                READ + BELOW,
                row -> {
                    total[0] = row.getLong("total");
                    return exception(row);
                },
                structures,
                ended,
                today,
                page.limit(),
                page.offset());
        return new Page<>(items, total[0]);
    }

    private static RuleException exception(ResultSet row) throws SQLException {
        String toKind = row.getString("to_kind");
        NewException what = new NewException(
                NewException.Kind.valueOf(row.getString("kind")),
                new Scope(Scope.Kind.valueOf(row.getString("from_kind")), row.getObject("from_id", UUID.class)),
                profiles(row, "from_profiles"),
                toKind == null ? null : new Scope(Scope.Kind.valueOf(toKind), row.getObject("to_id", UUID.class)),
                profiles(row, "to_profiles"),
                row.getBoolean("both_ways"),
                row.getObject("until", LocalDate.class),
                row.getString("reason"));
        @Nullable Instant ended = Rows.instant(row, "ended_at");
        return new RuleException(
                row.getObject("id", UUID.class),
                row.getObject("structure_id", UUID.class),
                what,
                row.getObject("account_id", UUID.class),
                Optional.ofNullable(Rows.instant(row, "at")).orElseThrow(),
                ended);
    }

    private static Set<Profile> profiles(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Profile::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
