package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.identity.LikePerson;
import org.preau.api.directory.identity.Likeness;
import org.preau.api.directory.identity.LikenessReason;
import org.preau.api.directory.identity.LikenessState;
import org.preau.api.persistence.Rows;

/** Reads and decides pairs of people who look like one. */
final class Likenesses {
    private static final String READ =
            """
            select l.a, l.b, l.score, l.reasons, l.state, l.found_at, l.decided_by, l.decided_at, count(*) over () as total
              from directory.likeness l
             where l.state = ? and (?
                   or exists (select 1 from directory.placement x where x.person_id = l.a and x.structure_id = any (?::uuid[]))
                   or exists (select 1 from directory.placement x where x.person_id = l.b and x.structure_id = any (?::uuid[])))
             order by l.score desc, l.a, l.b limit ? offset ?
            """;
    private static final String BY_STRUCTURE =
            """
            select x.structure_id, count(distinct (l.a, l.b)) as pairs
              from directory.likeness l
              cross join lateral unnest(array[l.a, l.b]) p (id)
              join directory.placement x on x.person_id = p.id
             where l.state = 'PROPOSED' group by x.structure_id
            """;
    private static final String DECIDE =
            """
            insert into directory.likeness (a, b, score, reasons, state, found_at, decided_by, decided_at)
            values (least(?::uuid, ?), greatest(?::uuid, ?), 0, '{}', ?, ?, ?, ?)
            on conflict (a, b) do update set state = excluded.state, decided_by = excluded.decided_by, decided_at = excluded.decided_at
            """;
    private static final String REOPEN =
            """
            update directory.likeness set state = 'PROPOSED', decided_by = null, decided_at = null
             where a = least(?::uuid, ?) and b = greatest(?::uuid, ?) and state = 'APART'
            """;
    /** Who was told apart from the one who went is apart from the one who stayed. */
    private static final String INHERIT =
            """
            insert into directory.likeness (a, b, score, reasons, state, found_at, decided_by, decided_at)
            select least(o.id, k.id), greatest(o.id, k.id), l.score, l.reasons, 'APART', l.found_at, l.decided_by, l.decided_at
              from directory.likeness l, lateral (select case when l.a = ? then l.b else l.a end as id) o, (select ?::uuid as id) k
             where l.state = 'APART' and (l.a = ? or l.b = ?) and o.id <> k.id
            on conflict (a, b) do update set state = 'APART' where directory.likeness.state = 'PROPOSED'
            """;

    private record Pair(
            UUID a,
            UUID b,
            int score,
            List<LikenessReason> reasons,
            LikenessState state,
            Instant found,
            @Nullable UUID by,
            @Nullable Instant at,
            long total) {
        static Pair of(ResultSet row) throws SQLException {
            return new Pair(
                    Rows.uuid(row, "a"),
                    Rows.uuid(row, "b"),
                    row.getInt("score"),
                    Columns.texts(row, "reasons").stream()
                            .map(LikenessReason::valueOf)
                            .toList(),
                    LikenessState.valueOf(row.getString("state")),
                    Columns.instant(row, "found_at"),
                    row.getObject("decided_by", UUID.class),
                    Columns.maybeInstant(row, "decided_at"),
                    row.getLong("total"));
        }
    }

    private Likenesses() {}

    static Page<Likeness> list(Connection connection, Optional<Set<UUID>> within, LikenessState state, PageRequest page)
            throws SQLException {
        Set<UUID> structures = within.orElse(Set.of());
        List<Pair> pairs = Rows.list(
                connection,
                READ,
                Pair::of,
                state,
                within.isEmpty(),
                structures,
                structures,
                page.limit(),
                page.offset());
        Map<UUID, LikePerson> people = LikePeople.of(
                connection,
                pairs.stream()
                        .flatMap(each -> Stream.of(each.a(), each.b()))
                        .distinct()
                        .toList());
        List<Likeness> likenesses = new ArrayList<>();
        for (Pair each : pairs) {
            LikePerson a = people.get(each.a());
            LikePerson b = people.get(each.b());
            if (a != null && b != null) {
                likenesses.add(new Likeness(
                        a, b, each.score(), each.reasons(), each.state(), each.found(), each.by(), each.at()));
            }
        }
        return new Page<>(likenesses, pairs.isEmpty() ? 0 : pairs.get(0).total());
    }

    static Map<UUID, Integer> byStructure(Connection connection) throws SQLException {
        Map<UUID, Integer> pairs = new HashMap<>();
        Rows.list(connection, BY_STRUCTURE, row -> pairs.put(Rows.uuid(row, "structure_id"), row.getInt("pairs")));
        return pairs;
    }

    static void decide(Connection connection, UUID a, UUID b, LikenessState state, @Nullable UUID by, Instant now)
            throws SQLException {
        Rows.update(connection, DECIDE, a, b, a, b, state, now, by, now);
    }

    static int reopen(Connection connection, UUID a, UUID b) throws SQLException {
        return Rows.update(connection, REOPEN, a, b, a, b);
    }

    /** What a merge means for other pairs of the person who went. */
    static void follow(Connection connection, UUID keep, UUID gone) throws SQLException {
        Rows.update(connection, INHERIT, gone, keep, gone, gone);
        Rows.update(
                connection, "delete from directory.likeness where state = 'PROPOSED' and (a = ? or b = ?)", gone, gone);
    }
}
