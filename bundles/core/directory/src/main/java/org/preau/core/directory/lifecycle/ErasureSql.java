package org.preau.core.directory.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.persistence.Rows;

/** Deletes people with all that hangs on them. */
final class ErasureSql {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String WITH_MERGED =
            """
            with recursive everybody as (
                select id from directory.person where id = any (?::uuid[])
                union select p.id from directory.person p join everybody e on p.merged_into = e.id)
            select id from everybody
            """;
    private static final String ACCOUNTS =
            """
            select a.id from directory.account a where a.person_id = any (?::uuid[])
            union select l.alias_id from directory.account_alias l join directory.account a on a.id = l.account_id where a.person_id = any (?::uuid[])
            """;

    /** Kind of data and the statement that erases it. {@code people} stands for the people, {@code accounts} for their accounts and aliases. */
    private static final Map<String, String> STATEMENTS = statements();

    private ErasureSql() {}

    /** The people and those who were merged into them. */
    static List<UUID> withMerged(Connection connection, Collection<UUID> people) throws SQLException {
        return Rows.list(connection, WITH_MERGED, row -> Rows.uuid(row, "id"), people);
    }

    static List<UUID> accountsOf(Connection connection, Collection<UUID> people) throws SQLException {
        return Rows.list(connection, ACCOUNTS, row -> Rows.uuid(row, "id"), people, people);
    }

    /** Erases; gives how many rows of each kind. */
    static Map<String, Integer> erase(Connection connection, Collection<UUID> people, Collection<UUID> accounts)
            throws SQLException {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : STATEMENTS.entrySet()) {
            List<Object> parameters = new ArrayList<>();
            String sql = each.getValue();
            for (int i = 0; i < sql.length(); i++) {
                if (sql.startsWith(":people", i)) {
                    parameters.add(people);
                } else if (sql.startsWith(":accounts", i)) {
                    parameters.add(accounts);
                } else if (sql.startsWith(":nobody", i)) {
                    parameters.add(NOBODY);
                }
            }
            String bound = sql.replace(":people", "any (?::uuid[])")
                    .replace(":accounts", "any (?::uuid[])")
                    .replace(":nobody", "?");
            int rows = Rows.update(connection, bound, parameters.toArray());
            if (rows > 0) {
                kinds.merge(each.getKey(), rows, Integer::sum);
            }
        }
        return kinds;
    }

    private static Map<String, String> statements() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("affiliation", "delete from directory.affiliation where person_id = :people");
        all.put("class", "delete from directory.class_member where person_id = :people");
        all.put("group", "delete from directory.hand_group_member where person_id = :people");
        all.put("teaching", "delete from directory.teaching where person_id = :people");
        all.put("guardianship", "delete from directory.guardianship where pupil_id = :people or guardian_id = :people");
        all.put("former", "delete from directory.former where person_id = :people");
        all.put("likeness", "delete from directory.likeness where a = :people or b = :people");
        all.put("merge", "delete from directory.merge where kept = :people or gone = :people");
        all.put("source", "delete from directory.person_source where person_id = :people");
        all.put("request", "delete from directory.account_request where person_id = :people or account_id = :accounts");
        all.put(
                "request.author",
                "update directory.account_request set asked_by_name = case when asked_by = :accounts then '' else asked_by_name end, decided_by_name = case when decided_by = :accounts then '' else decided_by_name end where asked_by = :accounts or decided_by = :accounts");
        all.put("login", "update directory.login_used set account_id = :nobody where account_id = :accounts");
        all.put("alias", "delete from directory.account_alias where alias_id = :accounts or account_id = :accounts");
        all.put("account", "delete from directory.account where person_id = :people");
        all.put("person", "delete from directory.person where id = :people");
        return all;
    }
}
