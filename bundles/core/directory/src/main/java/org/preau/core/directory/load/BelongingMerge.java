package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes affiliations, memberships of classes and guardianship what the load says: what is no more wanted is deleted, what is missing is inserted. Only rows of this source are touched, and only
 * those of people whom the load names or who leave.
 */
final class BelongingMerge {
    private static final String AFFILIATIONS =
            """
            select %s m.person_id, d.id, a.profile, a.functions%s
              from {affiliation} a
              join {match} m on m.n = a.n
              join directory.structure d on d.feed = {feed} and d.academy = {academy} and d.source_key = a.school
               and d.ended_at is null
            """;
    private static final String MEMBERS =
            """
            select %s c.id, m.person_id%s
              from {member} x
              join {match} m on m.n = x.n
              join directory.structure d on d.feed = {feed} and d.academy = {academy} and d.source_key = x.school
               and d.ended_at is null
              join directory.school_class c on c.structure_id = d.id and c.kind = x.kind and c.source_key = x.class_key
            """;
    private static final String FRESH_LINKS =
            """
            select p.person_id, g.person_id, l.link_code, l.legal%s
              from {link} l
              join {match} p on p.n = l.n
              join {match} g on g.kind = 'GUARDIAN' and g.key = l.guardian
            """;
    private static final String LINKS =
            """
            select distinct on (p.person_id, g.person_id) p.person_id, g.person_id, l.link_code, l.legal
              from {link} l
              join {match} p on p.n = l.n
              join directory.person_source g on g.feed = {feed} and g.academy = {academy} and g.kind = 'GUARDIAN'
               and g.key = l.guardian and g.gone_at is null
             order by p.person_id, g.person_id, l.link_code
            """;
    /** Whose rows are looked at. */
    private static final String TOUCHED =
            """
             and x.%1$s in (select m.person_id from {match} m union all select l.person_id from {leaver} l where not l.stays)
             and x.%1$s not in (select l.person_id from {leaver} l where l.stays and l.person_id is not null)
            """;

    private static final String DELETE_AFFILIATIONS =
            """
            delete from directory.affiliation x
             where x.source = {mark}
               and not exists (select 1 from {want} w where w.a = x.person_id and w.b = x.structure_id and w.profile = x.profile)
            """
                    + TOUCHED.formatted("person_id");
    private static final String DELETE_MEMBERS =
            """
            with lost as (
            delete from directory.class_member x
             where x.source = {mark}
               and not exists (select 1 from {want} w where w.a = x.class_id and w.b = x.person_id)
            """
                    + TOUCHED.formatted("person_id")
                    + " returning x.class_id) insert into {lost} (class_id) select distinct class_id from lost";
    private static final String DELETE_LINKS =
            """
            delete from directory.guardianship x
             where x.source = {mark}
               and not exists (select 1 from {want} w where w.a = x.pupil_id and w.b = x.guardian_id)
            """
                    + TOUCHED.formatted("pupil_id");
    private static final String INTO_AFFILIATIONS =
            "insert into directory.affiliation as x (person_id, structure_id, profile, functions, source) ";
    private static final String UPSERT_AFFILIATIONS = INTO_AFFILIATIONS
            + """
            select a, b, profile, functions, {mark} from {want}
            on conflict (person_id, structure_id, profile) do update set functions = excluded.functions
             where x.functions <> excluded.functions and x.source = excluded.source
            """;
    private static final String INTO_MEMBERS = "insert into directory.class_member (class_id, person_id, source) ";
    private static final String INTO_LINKS =
            "insert into directory.guardianship as x (pupil_id, guardian_id, link_code, legal, source) ";
    private static final String UPSERT_LINKS = INTO_LINKS
            + """
            select a, b, functions, legal, {mark} from {want}
            on conflict (pupil_id, guardian_id) do update set link_code = excluded.link_code, legal = excluded.legal
             where (x.link_code <> excluded.link_code or x.legal <> excluded.legal) and x.source = excluded.source
            """;
    private static final String MARK = ", {mark}";
    private static final String NEW_ONLY = " on conflict do nothing";

    private final LoadFrame frame;

    BelongingMerge(LoadFrame frame) {
        this.frame = frame;
    }

    /** Where there was nothing before: only inserts. */
    void applyFresh(Connection connection) throws SQLException {
        TrustedInserts.run(connection, () -> {
            frame.update(connection, INTO_AFFILIATIONS + AFFILIATIONS.formatted("", MARK) + NEW_ONLY);
            frame.update(connection, INTO_MEMBERS + MEMBERS.formatted("", MARK) + NEW_ONLY);
            frame.update(connection, INTO_LINKS + FRESH_LINKS.formatted(MARK) + NEW_ONLY);
        });
    }

    void apply(Connection connection) throws SQLException {
        merge(
                connection,
                "insert into {want} (a, b, profile, functions) "
                        + AFFILIATIONS.formatted("distinct on (m.person_id, d.id)", "")
                        + " order by m.person_id, d.id, a.profile, a.functions",
                DELETE_AFFILIATIONS,
                UPSERT_AFFILIATIONS);
        merge(
                connection,
                "insert into {want} (a, b) " + MEMBERS.formatted("distinct", ""),
                DELETE_MEMBERS,
                INTO_MEMBERS + "select a, b, {mark} from {want}" + NEW_ONLY);
        merge(connection, "insert into {want} (a, b, functions, legal) " + LINKS, DELETE_LINKS, UPSERT_LINKS);
    }

    private void merge(Connection connection, String wanted, String delete, String insert) throws SQLException {
        frame.run(connection, "truncate {want}");
        frame.update(connection, wanted);
        frame.run(connection, "analyze {want}");
        frame.update(connection, delete);
        frame.update(connection, insert);
    }
}
