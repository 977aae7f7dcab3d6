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
import org.preau.api.persistence.Rows;

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
            Rows.run(connection, "drop table if exists pg_temp." + table);
        }
        if (within.isPresent()) {
            Rows.update(connection, LikenessSql.SEEK + LikenessSql.SEEK_WITHIN, within.get());
        } else {
            Rows.update(connection, LikenessSql.SEEK);
        }
        Rows.run(connection, "analyze seek");
        Rows.run(connection, LikenessSql.PAIR);
        for (String block : LikenessSql.BLOCKS) {
            Rows.update(connection, block);
        }
        Rows.run(connection, "analyze pair");
        Rows.update(connection, LikenessSql.FACES);
        Rows.run(connection, "create index on face (id); analyze face");
        Rows.update(connection, LikenessSql.SCORE, NAMES, POINTS);
        Rows.update(connection, LikenessSql.DROP, Likeness.PROPOSED_FROM);
        Rows.run(connection, "analyze found");
        Rows.update(connection, LikenessSql.FORGET);
        Rows.update(connection, LikenessSql.KEEP, now);
        return (int) Rows.count(connection, LikenessSql.STANDING);
    }
}
