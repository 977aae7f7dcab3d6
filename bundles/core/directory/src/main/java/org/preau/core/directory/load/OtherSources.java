package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What other sources of a person mean for a load. A pupil whom another feed of the academy brings too is known by his INE, unless the birth dates contradict: from the CM2 to the collège he stays who he
 * is. Whom another source still names does not leave when this one drops him. And of several sources that name a person one says who he is: the AAF of the first degree, that of the second, ONDE, any
 * other; of two in one feed his own before one that came by a merge, then the lower key (requirement 44A). A list taken out of ONDE never says that somebody left: its word ends when another feed lets
 * him go.
 */
final class OtherSources {
    /** Feeds that brought pupils of this academy. */
    private static final String OTHER_FEEDS =
            """
             (select distinct feed from directory.load
               where academy = {academy} and feed <> {feed} and applied_no is not null) f
            """;

    /** Whether a pupil may be known by another feed: where not, an empty directory need not be looked into. */
    static final String THERE = "exists (select 1 from" + OTHER_FEEDS
            + """
             where exists (select 1 from directory.person_source i
                            where i.feed = f.feed and i.academy = {academy} and i.ine is not null))
            """;

    private static final String FOUND =
            """
            update {match} m set person_id = o.person_id, state = 'FOUND', moved = true
              from (select s.n, min(i.person_id::text)::uuid as person_id
                      from {person} s cross join
            """
                    + OTHER_FEEDS
                    + """
                      join directory.person_source i on i.feed = f.feed and i.academy = {academy} and i.ine = s.ine
                      join directory.person d on d.id = i.person_id
                     where s.kind = 'PUPIL' and s.ine <> ''
                       and (s.birth_date is null or d.birth_date is null or s.birth_date = d.birth_date)
                     group by s.n having count(distinct i.person_id) = 1) o
             where m.n = o.n and m.state = 'NEW'
               and not exists (select 1 from {match} x where x.person_id = o.person_id)
            """;

    /** A pupil of another feed who bears the INE of one of this load and was born on another day. */
    static final String CONTRADICTED = "select s.file, s.key, s.ine from {person} s cross join" + OTHER_FEEDS
            + """
              join directory.person_source i on i.feed = f.feed and i.academy = {academy} and i.ine = s.ine
              join directory.person d on d.id = i.person_id
             where s.kind = 'PUPIL' and s.ine <> '' and s.extra = 0 and s.birth_date <> d.birth_date
               and not exists (select 1 from directory.person_source k
                                where k.feed = {feed} and k.academy = {academy} and k.kind = s.kind and k.key = s.key
                                  and k.person_id = i.person_id)
             order by s.n limit ?
            """;

    private static final String ELSEWHERE =
            """
            update {leaver} l set elsewhere = true
              from directory.person_source o
              left join {leaver} x on o.feed = {feed} and o.academy = {academy} and x.kind = o.kind and x.key = o.key
             where l.kind <> 'SCHOOL' and o.person_id = l.person_id and o.gone_at is null and x.key is null
               and (o.feed <> 'onde' or {feed} = 'onde')
            """;
    /** Who loses the source that said who he is takes his names from one of those that stay. */
    private static final String SUCCEEDS =
            """
            update {match} m set state = 'CHANGED'
             where m.state = 'SAME' and m.kind <> 'SCHOOL'
               and m.person_id in (select l.person_id from {leaver} l where l.elsewhere)
            """;

    private static final String FOLLOWS =
            """
            update {match} set follows = true
             where n in (select m.n from {match} m
                           join directory.person_source o on o.person_id = m.person_id and o.gone_at is null
                            and (o.feed, o.academy, o.kind, o.key) <> ({feed}, {academy}, m.kind, coalesce(m.old_key, m.key))
                           left join {leaver} l on o.feed = {feed} and o.academy = {academy} and l.kind = o.kind and l.key = o.key
                           left join directory.person_source k on k.feed = {feed} and k.academy = {academy}
                            and k.kind = m.kind and k.key = coalesce(m.old_key, m.key)
                          where m.state in ('CHANGED', 'BACK', 'FOUND') and l.key is null
                            and (directory.source_rank(o.feed), o.merges <> '{}', o.academy, o.kind, o.key)
                                < (directory.source_rank({feed}), coalesce(k.merges <> '{}', false), {academy}, m.kind, m.key))
            """;
    /** What stays of him in other feeds is written anew by the next archive that has it, though it says the same. */
    private static final String ANEW =
            """
            update directory.person_source p set digest = '00000000-0000-0000-0000-000000000000'
              from {leaver} l
             where l.elsewhere and not l.stays and p.person_id = l.person_id and p.gone_at is null
               and (p.feed <> {feed} or p.academy <> {academy})
            """;

    private static final String[] END_OF_LISTS = {
        """
        update directory.person_source p set gone_at = {now}::timestamptz
          from {leaver} l
         where not l.stays and not l.elsewhere and p.person_id = l.person_id and p.gone_at is null
           and p.feed = 'onde' and {feed} <> 'onde'
        """,
        """
        delete from directory.affiliation x using {leaver} l
         where not l.stays and not l.elsewhere and x.person_id = l.person_id and x.source like 'onde:%' and {feed} <> 'onde'
        """,
        """
        delete from directory.class_member x using {leaver} l
         where not l.stays and not l.elsewhere and x.person_id = l.person_id and x.source like 'onde:%' and {feed} <> 'onde'
        """,
        """
        delete from directory.guardianship x using {leaver} l
         where not l.stays and not l.elsewhere and x.pupil_id = l.person_id and x.source like 'onde:%' and {feed} <> 'onde'
        """
    };

    private OtherSources() {}

    /** Finds pupils whom other feeds brought. */
    static void find(LoadFrame frame, Connection connection) throws SQLException {
        frame.update(connection, FOUND);
    }

    /** Says who of the leavers is still named elsewhere, and whose names are another source's; once leavers are known. */
    static void compare(LoadFrame frame, Connection connection) throws SQLException {
        frame.update(connection, ELSEWHERE);
        frame.update(connection, SUCCEEDS);
        frame.update(connection, FOLLOWS);
    }

    /** Has the sources that stay say again who somebody is; after leavers were marked. */
    static void succeed(LoadFrame frame, Connection connection) throws SQLException {
        frame.update(connection, ANEW);
        for (String statement : END_OF_LISTS) {
            frame.update(connection, statement);
        }
    }
}
