package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.persistence.Rows;

/** Chooses which account stays when two people become one, makes the others aliases of it, and takes that back. */
final class AccountMoves {
    /** The one used last: activated before inactive, the oldest of those never used. */
    private static final String CANDIDATES =
            """
            select id, login, state, profile, person_id from directory.account where person_id in (?, ?)
             order by state = 'ACTIVE' desc, coalesce(last_used_at, activated_at) desc nulls last,
                      state = 'INACTIVE' desc, (person_id = ?) desc, created_at, id
            """;

    private static final String REMEMBER =
            "insert into directory.merge_row (merge_id, kind, was, moved) select ?, 'account', to_jsonb(x), x.id = ? from directory.account x where x.person_id in (?, ?)";
    private static final String REMEMBER_ALIASES =
            "insert into directory.merge_row (merge_id, kind, was, moved) select ?, 'alias', to_jsonb(x), true from directory.account_alias x where x.account_id = ?";
    private static final String ALIAS =
            "insert into directory.account_alias (alias_id, account_id, login, merge_id) values (?, ?, ?, ?)";
    /** The foremost profile of all the accounts; an account that was leaving stays with a person who is there. */
    private static final String STAY =
            """
            update directory.account a
               set person_id = ?, profile = (select x.profile from directory.account x where x.person_id in (?, ?)
                      order by array_position(array['HEAD', 'TEACHER', 'STAFF', 'INSPECTOR', 'ADVISER', 'ACADEMY', 'TERRITORY',
                               'GUARDIAN', 'STUDENT', 'GUEST'], x.profile) limit 1)
             where a.id = ?
            """;

    private static final String RESTORE_STAYED =
            """
            update directory.account a set person_id = w.person_id, profile = w.profile
              from directory.merge_row r, jsonb_populate_record(null::directory.account, r.was) w
             where r.merge_id = ? and r.kind = 'account' and r.moved and a.id = w.id
            """;
    private static final String RESTORE_OTHERS =
            """
            insert into directory.account
            select w.* from directory.merge_row r, jsonb_populate_record(null::directory.account, r.was) w
             where r.merge_id = ? and r.kind = 'account' and not r.moved
            on conflict do nothing
            """;
    private static final String RESTORE_ALIASES =
            """
            update directory.account_alias a set account_id = w.account_id
              from directory.merge_row r, jsonb_populate_record(null::directory.account_alias, r.was) w
             where r.merge_id = ? and r.kind = 'alias' and a.alias_id = w.alias_id
            """;

    private AccountMoves() {}

    /** An account of one of the two. */
    record Candidate(UUID id, String login, String state, String profile, UUID person) {
        static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(
                    Rows.uuid(row, "id"),
                    row.getString("login"),
                    row.getString("state"),
                    row.getString("profile"),
                    Rows.uuid(row, "person_id"));
        }
    }

    /** The accounts of both, the one that stays first. */
    static List<Candidate> candidates(Connection connection, UUID keep, UUID gone) throws SQLException {
        return Rows.list(connection, CANDIDATES, Candidate::of, keep, gone, keep);
    }

    /** What stayed and what became its aliases. */
    record Moved(@Nullable UUID stays, List<UUID> aliases) {}

    static Moved move(Connection connection, UUID merge, UUID keep, UUID gone) throws SQLException {
        List<Candidate> all = candidates(connection, keep, gone);
        if (all.isEmpty()) {
            return new Moved(null, List.of());
        }
        UUID stays = all.get(0).id();
        Rows.update(connection, REMEMBER, merge, stays, keep, gone);
        Rows.update(connection, STAY, keep, keep, gone, stays);
        List<Candidate> others = all.subList(1, all.size());
        for (Candidate each : others) {
            Rows.update(connection, REMEMBER_ALIASES, merge, each.id());
            Rows.update(
                    connection,
                    "update directory.account_alias set account_id = ? where account_id = ?",
                    stays,
                    each.id());
            Rows.update(connection, ALIAS, each.id(), stays, each.login(), merge);
            Rows.update(connection, "delete from directory.account where id = ?", each.id());
        }
        return new Moved(stays, others.stream().map(Candidate::id).toList());
    }

    static void moveBack(Connection connection, UUID merge) throws SQLException {
        Rows.update(connection, RESTORE_STAYED, merge);
        Rows.update(connection, RESTORE_OTHERS, merge);
        Rows.update(connection, RESTORE_ALIASES, merge);
        Rows.update(connection, "delete from directory.account_alias where merge_id = ?", merge);
    }
}
