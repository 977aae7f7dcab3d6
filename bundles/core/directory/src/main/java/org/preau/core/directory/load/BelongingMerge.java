package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import org.preau.api.directory.load.LoadSource;
import org.preau.core.directory.Sql;

/**
 * Makes affiliations, memberships of classes and guardianship what the load says: what is no more wanted is deleted, what is missing is inserted. Only rows of this source are touched; of a
 * partial load, only those of its people.
 */
final class BelongingMerge {
    private static final String WANTED_AFFILIATIONS =
            """
            insert into {want} (a, b, profile, functions)
            select distinct on (m.person_id, d.id) m.person_id, d.id, a.profile, a.functions
              from {affiliation} a
              join {match} m on m.kind = a.kind and m.key = a.key
              join directory.structure d on d.feed = ? and d.academy = ? and d.source_key = a.school and d.ended_at is null
             order by m.person_id, d.id, a.profile
            """;
    private static final String DELETE_AFFILIATIONS =
            """
            delete from directory.affiliation x
             where x.source = ? and (? or exists (select 1 from {match} m where m.person_id = x.person_id))
               and not exists (select 1 from {want} w where w.a = x.person_id and w.b = x.structure_id and w.profile = x.profile)
            """;
    private static final String INSERT_AFFILIATIONS =
            """
            insert into directory.affiliation as x (person_id, structure_id, profile, functions, source)
            select a, b, profile, functions, ? from {want}
            on conflict (person_id, structure_id, profile) do update set functions = excluded.functions
             where x.functions <> excluded.functions
            """;
    private static final String WANTED_MEMBERS =
            """
            insert into {want} (a, b)
            select distinct c.id, m.person_id
              from {member} x
              join {match} m on m.kind = 'PUPIL' and m.key = x.key
              join directory.structure d on d.feed = ? and d.academy = ? and d.source_key = x.school and d.ended_at is null
              join directory.school_class c on c.structure_id = d.id and c.kind = x.kind and c.source_key = x.class_key
            """;
    private static final String DELETE_MEMBERS =
            """
            delete from directory.class_member x
             where x.source = ? and (? or exists (select 1 from {match} m where m.person_id = x.person_id))
               and not exists (select 1 from {want} w where w.a = x.class_id and w.b = x.person_id)
            """;
    private static final String INSERT_MEMBERS =
            """
            insert into directory.class_member (class_id, person_id, source)
            select a, b, ? from {want} on conflict do nothing
            """;
    private static final String WANTED_LINKS =
            """
            insert into {want} (a, b, functions, legal)
            select distinct on (p.person_id, g.person_id) p.person_id, g.person_id, l.link_code, l.legal
              from {link} l
              join {match} p on p.kind = 'PUPIL' and p.key = l.key
              join {match} g on g.kind = 'GUARDIAN' and g.key = l.guardian
             order by p.person_id, g.person_id, l.link_code
            """;
    private static final String DELETE_LINKS =
            """
            delete from directory.guardianship x
             where x.source = ? and (? or exists (select 1 from {match} m where m.person_id = x.pupil_id))
               and not exists (select 1 from {want} w where w.a = x.pupil_id and w.b = x.guardian_id)
            """;
    private static final String INSERT_LINKS =
            """
            insert into directory.guardianship as x (pupil_id, guardian_id, link_code, legal, source)
            select a, b, functions, legal, ? from {want}
            on conflict (pupil_id, guardian_id) do update set link_code = excluded.link_code, legal = excluded.legal
             where x.link_code <> excluded.link_code or x.legal <> excluded.legal
            """;

    private final Staging staging;
    private final LoadSource source;

    BelongingMerge(Staging staging, LoadSource source) {
        this.staging = staging;
        this.source = source;
    }

    void apply(Connection connection) throws SQLException {
        String feed = source.feed();
        String academy = source.academy();
        merge(connection, WANTED_AFFILIATIONS, DELETE_AFFILIATIONS, INSERT_AFFILIATIONS, feed, academy);
        merge(connection, WANTED_MEMBERS, DELETE_MEMBERS, INSERT_MEMBERS, feed, academy);
        merge(connection, WANTED_LINKS, DELETE_LINKS, INSERT_LINKS);
    }

    /** How rows of a source are marked. */
    static String mark(LoadSource source) {
        return source.feed() + ":" + source.academy();
    }

    private void merge(Connection connection, String wanted, String delete, String insert, Object... parameters)
            throws SQLException {
        Sql.run(connection, staging.sql("truncate {want}"));
        Sql.update(connection, staging.sql(wanted), parameters);
        Sql.run(connection, staging.sql("analyze {want}"));
        Sql.update(connection, staging.sql(delete), mark(source), source.complete());
        Sql.update(connection, staging.sql(insert), mark(source));
    }
}
