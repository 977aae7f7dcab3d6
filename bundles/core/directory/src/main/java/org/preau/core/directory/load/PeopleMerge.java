package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.preau.api.directory.load.LoadSource;
import org.preau.core.directory.Sql;

/** Writes people and what their source calls them; marks those who left. */
final class PeopleMerge {
    private static final String INSERT =
            """
            insert into directory.person (id, last_name, first_name, other_names, birth_name, title, birth_date, email,
                   phones, address, postal_code, city, country, address_releasable, level, nursery, sort_name, search)
            select m.person_id, s.last_name, s.first_name, s.other_names, s.birth_name, s.title, s.birth_date, s.email,
                   s.phones, s.address, s.postal_code, s.city, s.country, s.address_releasable, s.level, s.nursery,
                   s.sort_name, s.search
              from {person} s join {match} m using (kind, key)
             where m.state = 'NEW' order by s.n
            """;
    private static final String UPDATE =
            """
            update directory.person p
               set last_name = s.last_name, first_name = s.first_name, other_names = s.other_names,
                   birth_name = s.birth_name, title = s.title, birth_date = s.birth_date, email = s.email,
                   phones = s.phones, address = s.address, postal_code = s.postal_code, city = s.city,
                   country = s.country, address_releasable = s.address_releasable, level = s.level,
                   nursery = s.nursery, sort_name = s.sort_name, search = s.search
              from {person} s join {match} m using (kind, key)
             where m.state in ('CHANGED', 'BACK') and p.id = m.person_id
            """;
    private static final String RENAME_KEYS =
            """
            update directory.person_source p set key = m.key
              from {match} m
             where m.old_key is not null and p.feed = ? and p.academy = ? and p.kind = m.kind and p.key = m.old_key
            """;
    /** An INE that changed hands is free before anybody takes it: the index is looked at row by row. */
    private static final String FREE_INES =
            """
            update directory.person_source p set ine = null
             where p.feed = ? and p.academy = ? and p.ine is not null
               and exists (select 1 from {person} s join {match} m using (kind, key)
                            where m.state <> 'SAME' and s.kind = 'PUPIL'
                              and (m.person_id = p.person_id and s.ine <> p.ine or m.person_id <> p.person_id and s.ine = p.ine))
            """;

    private static final String UPDATE_SOURCES =
            """
            update directory.person_source p
               set ine = nullif(s.ine, ''), raw = s.raw, digest = s.digest, gone_at = null
              from {person} s join {match} m using (kind, key)
             where m.state in ('CHANGED', 'BACK')
               and p.feed = ? and p.academy = ? and p.kind = m.kind and p.key = m.key
            """;
    private static final String INSERT_SOURCES =
            """
            insert into directory.person_source (feed, academy, kind, key, person_id, ine, raw, digest)
            select ?, ?, m.kind, m.key, m.person_id, nullif(s.ine, ''), s.raw, s.digest
              from {person} s join {match} m using (kind, key)
             where m.state = 'NEW' order by s.n
            """;
    private static final String MARK_GONE =
            """
            update directory.person_source p set gone_at = ?
             where p.feed = ? and p.academy = ? and p.gone_at is null
               and not exists (select 1 from {match} m where m.kind = p.kind and m.key = p.key)
            """;

    private final Staging staging;
    private final LoadSource source;

    PeopleMerge(Staging staging, LoadSource source) {
        this.staging = staging;
        this.source = source;
    }

    /**
     * Writes them.
     *
     * @param departures whether anybody leaves
     */
    void apply(Connection connection, Instant now, boolean departures) throws SQLException {
        String feed = source.feed();
        String academy = source.academy();
        for (String statement : List.of(INSERT, UPDATE)) {
            Sql.update(connection, staging.sql(statement));
        }
        for (String statement : List.of(RENAME_KEYS, FREE_INES, UPDATE_SOURCES, INSERT_SOURCES)) {
            Sql.update(connection, staging.sql(statement), feed, academy);
        }
        if (departures) {
            Sql.update(connection, staging.sql(MARK_GONE), now, feed, academy);
        }
    }
}
