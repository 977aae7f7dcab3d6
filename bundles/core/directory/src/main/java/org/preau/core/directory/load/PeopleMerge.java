package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes people and what their source calls them; marks those who left. */
final class PeopleMerge {
    private static final String INSERT =
            """
            insert into directory.person (id, last_name, first_name, other_names, birth_name, title, birth_date, email,
                   phones, address, postal_code, city, country, address_releasable, level, nursery, sort_name, search)
            select m.person_id, s.last_name, s.first_name, s.other_names, s.birth_name, s.title, s.birth_date, s.email,
                   s.phones, s.address, s.postal_code, s.city, s.country, s.address_releasable, s.level, s.nursery,
                   s.sort_name, s.search
              from {person} s join {match} m on m.n = s.n
             where m.state = 'NEW'
            """;
    private static final String INSERT_SOURCES =
            """
            insert into directory.person_source (feed, academy, kind, key, person_id, ine, raw, digest, raw_digest)
            select {feed}, {academy}, m.kind, m.key, m.person_id, nullif(s.ine, ''), s.raw, s.digest, s.raw_digest
              from {person} s join {match} m on m.n = s.n
             where m.state in ('NEW', 'FOUND')
            """;
    private static final String UPDATE =
            """
            update directory.person p
               set last_name = s.last_name, first_name = s.first_name, other_names = s.other_names,
                   birth_name = s.birth_name, title = s.title, birth_date = s.birth_date, email = s.email,
                   phones = s.phones, address = s.address, postal_code = s.postal_code, city = s.city,
                   country = s.country, address_releasable = s.address_releasable, level = s.level,
                   nursery = s.nursery, sort_name = s.sort_name, search = s.search
              from {person} s join {match} m on m.n = s.n
             where m.state in ('CHANGED', 'BACK', 'FOUND') and not m.follows and p.id = m.person_id
            """;
    private static final String RENAME_KEYS =
            """
            update directory.person_source p set key = m.key
              from {match} m
             where m.old_key is not null and m.kind <> 'SCHOOL'
               and p.feed = {feed} and p.academy = {academy} and p.kind = m.kind and p.key = m.old_key
            """;
    /** An INE that changed hands is free before anybody takes it: the index is looked at row by row. */
    private static final String FREE_OWN_INES =
            """
            update directory.person_source p set ine = null
              from {match} m join {person} s on s.n = m.n
             where m.state in ('CHANGED', 'BACK') and m.kind = 'PUPIL' and p.feed = {feed} and p.academy = {academy}
               and p.kind = m.kind and p.key = m.key and p.ine <> s.ine
            """;

    private static final String FREE_TAKEN_INES =
            """
            update directory.person_source p set ine = null
              from {match} m join {person} s on s.n = m.n
             where m.state <> 'SAME' and m.kind = 'PUPIL' and s.ine <> '' and p.feed = {feed} and p.academy = {academy}
               and p.ine = s.ine and p.key <> m.key
            """;
    private static final String UPDATE_SOURCES =
            """
            update directory.person_source p
               set ine = nullif(s.ine, ''), raw = s.raw, digest = s.digest, raw_digest = s.raw_digest, gone_at = null
              from {person} s join {match} m on m.n = s.n
             where m.state in ('CHANGED', 'BACK')
               and p.feed = {feed} and p.academy = {academy} and p.kind = m.kind and p.key = m.key
            """;
    private static final String UPDATE_RAW =
            """
            update directory.person_source p set raw = s.raw, raw_digest = s.raw_digest
              from {person} s join {match} m on m.n = s.n
             where m.state = 'SAME' and not m.raw_same
               and p.feed = {feed} and p.academy = {academy} and p.kind = m.kind and p.key = m.key
            """;
    private static final String MARK_GONE =
            """
            update directory.person_source p set gone_at = {now}::timestamptz
              from {leaver} l
             where not l.stays and p.feed = {feed} and p.academy = {academy} and p.kind = l.kind and p.key = l.key
            """;

    private PeopleMerge() {}

    /** Writes those who are all new. */
    static void applyFresh(LoadFrame frame, Connection connection) throws SQLException {
        frame.update(connection, INSERT);
        TrustedInserts.run(connection, () -> frame.update(connection, INSERT_SOURCES));
    }

    /** Writes them. */
    static void apply(LoadFrame frame, Connection connection) throws SQLException {
        for (String statement : List.of(
                INSERT,
                UPDATE,
                RENAME_KEYS,
                FREE_OWN_INES,
                FREE_TAKEN_INES,
                UPDATE_SOURCES,
                UPDATE_RAW,
                INSERT_SOURCES,
                MARK_GONE)) {
            frame.update(connection, statement);
        }
        OtherSources.succeed(frame, connection);
    }
}
