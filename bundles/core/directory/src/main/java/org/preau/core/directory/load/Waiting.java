package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.preau.api.persistence.Rows;

/** Keeps who names something that is not there, so that he is linked when it comes. */
final class Waiting {
    private static final String FORGET =
            """
            delete from directory.waiting w
             where w.feed = {feed} and w.academy = {academy}
               and (exists (select 1 from {match} m where m.kind = w.kind and m.key = w.key)
                    or exists (select 1 from {match} m where m.kind = w.kind and m.old_key = w.key)
                    or exists (select 1 from {leaver} l where l.kind = w.kind and l.key = w.key and not l.stays))
            """;
    private static final String INTO =
            "insert into directory.waiting (feed, academy, kind, key, missing_kind, missing_key) ";
    private static final String GUARDIANS = INTO
            + """
            select distinct {feed}, {academy}, m.kind, m.key, 'GUARDIAN', l.guardian
              from {link} l join {match} m on m.n = l.n
             where not exists (select 1 from directory.person_source g
                                where g.feed = {feed} and g.academy = {academy} and g.kind = 'GUARDIAN'
                                  and g.key = l.guardian and g.gone_at is null)
            on conflict do nothing
            """;
    private static final String SCHOOLS = INTO
            + """
            select distinct {feed}, {academy}, m.kind, m.key, 'SCHOOL', x.school
              from (select n, school from {affiliation} union all select n, school from {member}) x
              join {match} m on m.n = x.n
             where not exists (select 1 from directory.structure d
                                where d.feed = {feed} and d.academy = {academy} and d.source_key = x.school
                                  and d.ended_at is null)
            on conflict do nothing
            """;

    private Waiting() {}

    /** Says anew who waits; after people and structures are written. */
    static void keep(LoadFrame frame, Connection connection) throws SQLException {
        if ((int) Rows.count(connection, "select count(*) from (select 1 from directory.waiting limit 1) w") > 0) {
            frame.update(connection, FORGET);
        }
        for (String statement : List.of(GUARDIANS, SCHOOLS)) {
            frame.update(connection, statement);
        }
    }
}
