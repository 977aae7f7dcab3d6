package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.directory.identity.Likeness;
import org.preau.api.directory.identity.LikenessReason;
import org.preau.core.directory.Sql;

/** Finds people who look like one, set-based, and remembers them as proposed. */
final class LikenessFinder {
    private static final List<String> NAMES =
            Arrays.stream(LikenessReason.values()).map(Enum::name).toList();
    private static final List<String> POINTS = Arrays.stream(LikenessReason.values())
            .map(reason -> Integer.toString(reason.points()))
            .toList();

    private LikenessFinder() {}

    /**
     * Finds them.
     *
     * @param within people of these structures are compared with everybody; nothing for all with all
     * @return how many pairs stand proposed of these people
     */
    static int find(Connection connection, Optional<Set<UUID>> within, Instant now) throws SQLException {
        for (String table : List.of("seek", "pair", "face", "found")) {
            Sql.run(connection, "drop table if exists pg_temp." + table);
        }
        if (within.isPresent()) {
            Sql.update(connection, LikenessSql.SEEK + LikenessSql.SEEK_WITHIN, within.get());
        } else {
            Sql.update(connection, LikenessSql.SEEK);
        }
        Sql.run(connection, "analyze seek");
        Sql.run(connection, LikenessSql.PAIR);
        for (String block : LikenessSql.BLOCKS) {
            Sql.update(connection, block);
        }
        Sql.run(connection, "analyze pair");
        Sql.update(connection, LikenessSql.FACES);
        Sql.run(connection, "create index on face (id); analyze face");
        Sql.update(connection, LikenessSql.SCORE, NAMES, POINTS);
        Sql.update(connection, LikenessSql.DROP, Likeness.PROPOSED_FROM);
        Sql.run(connection, "analyze found");
        Sql.update(connection, LikenessSql.FORGET);
        Sql.update(connection, LikenessSql.KEEP, now);
        return Sql.count(connection, LikenessSql.STANDING);
    }
}
