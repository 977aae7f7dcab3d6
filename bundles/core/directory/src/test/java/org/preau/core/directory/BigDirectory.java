package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.preau.api.persistence.Rows;

/**
 * Fills the schema with invented schools by SQL alone, in seconds: ten classes a school, one teacher each, a head and six others, one and a half guardians a pupil. Ids are the MD5 of a word and a
 * number, so that tests can name them.
 */
final class BigDirectory {
    static final int CLASSES = 10;
    static final int STAFF = 17;

    private static final String PERSON =
            """
            insert into directory.person (id, last_name, first_name, sort_name, search)
            select id, initcap(last), initcap(first), last || ' ' || first, first || ' ' || last
              from (select md5('%1$s' || n)::uuid as id,
                           (array['mar','ber','lo','du','pe','ri','cha','gar','le','mo','fa','ro','vi','si','gi','tho','ba','na','co','za'])[1 + (n * 7 + n / 20) %% 20]
                        || (array['tin','nard','ren','val','rou','ti','pu','don','ni','ra','be','lan','se','ma','ga','li','do','net','chet','reau'])[1 + (n * 11 + n / 400) %% 20]
                        || (array['','eau','ot','ier','ard','in','on','et','elle','ais','ac','as','oz','i','a','o','y','ez','ou','ic'])[1 + (n * 13 + n / 8000) %% 20] as last,
                           (array['zoe','ali','noe','tom','lea','jeanne','luc','anne','karim','ines','hugo','emma','leo','jade','louis','alice','adam','lina','rayan','rose','mael','nina','sacha','eva','paul','lou','yanis','mia','jules','sara'])[1 + (n * 17 + n / 30) %% 30] as first
                      from generate_series(1, %2$d) n) names
            """;
    private static final String ACCOUNT =
            """
            insert into directory.account (id, person_id, login, state, profile, created_at)
            select md5('a%1$s' || n)::uuid, md5('%1$s' || n)::uuid, '%1$s' || n, 'ACTIVE', '%3$s', now() from generate_series(1, %2$d) n
            """;

    private BigDirectory() {}

    /** The id of one made from a word and a number: {@code school}, {@code class}, {@code pupil}, {@code guardian}, {@code staff}, {@code circonscription}. */
    static UUID id(Connection connection, String word, int n) throws SQLException {
        return Rows.list(connection, "select md5(?)::uuid as id", row -> Rows.uuid(row, "id"), word + n)
                .get(0);
    }

    static void fill(Connection connection, int schools, int pupilsInClass) throws SQLException {
        int pupils = schools * CLASSES * pupilsInClass;
        int guardians = pupils * 3 / 2;
        int staff = schools * STAFF;
        Rows.run(connection, "drop index directory.person_search");
        List<String> statements = List.of(
                structures(schools),
                people("pupil", pupils),
                people("guardian", guardians),
                people("staff", staff),
                accounts("pupil", pupils, "STUDENT"),
                accounts("guardian", guardians, "GUARDIAN"),
                accounts("staff", staff, "TEACHER"),
                """
                insert into directory.affiliation (person_id, structure_id, profile, source)
                select md5('pupil' || n)::uuid, md5('school' || (n - 1) / %2$d + 1)::uuid, 'STUDENT', 'big' from generate_series(1, %1$d) n
                """
                        .formatted(pupils, CLASSES * pupilsInClass),
                """
                insert into directory.affiliation (person_id, structure_id, profile, source)
                select md5('staff' || n)::uuid, md5('school' || (n - 1) / %2$d + 1)::uuid,
                       case when n %% %2$d = 0 then 'HEAD' when n %% %2$d <= %3$d then 'TEACHER' else 'STAFF' end, 'big'
                  from generate_series(1, %1$d) n
                """
                        .formatted(staff, STAFF, CLASSES),
                """
                insert into directory.school_class (id, structure_id, kind, source_key, name)
                select md5('class' || n)::uuid, md5('school' || (n - 1) / 10 + 1)::uuid, 'CLASS', n::text, 'Classe ' || n %% 10
                  from generate_series(1, %d) n
                """
                        .formatted(schools * CLASSES),
                """
                insert into directory.class_member (class_id, person_id, source)
                select md5('class' || (n - 1) / %2$d + 1)::uuid, md5('pupil' || n)::uuid, 'big' from generate_series(1, %1$d) n
                """
                        .formatted(pupils, pupilsInClass),
                """
                insert into directory.teaching (class_id, person_id)
                select md5('class' || (s - 1) * 10 + c)::uuid, md5('staff' || (s - 1) * %2$d + c)::uuid
                  from generate_series(1, %1$d) s, generate_series(1, 10) c
                """
                        .formatted(schools, STAFF),
                """
                insert into directory.guardianship (pupil_id, guardian_id, link_code, legal, source)
                select md5('pupil' || n)::uuid, md5('guardian' || n)::uuid, '1', true, 'big' from generate_series(1, %1$d) n
                union all
                select md5('pupil' || n * 2)::uuid, md5('guardian' || %1$d + n)::uuid, '2', true, 'big' from generate_series(1, %2$d) n
                """
                        .formatted(pupils, guardians - pupils),
                "create index person_search on directory.person using gin (to_tsvector('simple', search))");
        for (String statement : statements) {
            Rows.run(connection, statement);
        }
    }

    private static String structures(int schools) {
        return """
                insert into directory.structure (id, kind, code, name) values (md5('academy1')::uuid, 'ACADEMY', '24', 'Académie');
                insert into directory.structure (id, kind, code, name)
                select md5('circonscription' || n)::uuid, 'CIRCONSCRIPTION', 'circo-' || n, 'Circonscription ' || n from generate_series(1, %2$d) n;
                insert into directory.structure (id, kind, code, name, city)
                select md5('school' || n)::uuid, 'SCHOOL', lpad(n::text, 7, '0') || 'A', 'École ' || n, 'Ville ' || n from generate_series(1, %1$d) n;
                insert into directory.structure_parent (structure_id, parent_id)
                select md5('circonscription' || n)::uuid, md5('academy1')::uuid from generate_series(1, %2$d) n
                union all
                select md5('school' || n)::uuid, md5('circonscription' || (n - 1) / 40 + 1)::uuid from generate_series(1, %1$d) n
                """
                .formatted(schools, (schools + 39) / 40);
    }

    private static String people(String word, int count) {
        return PERSON.formatted(word, count);
    }

    private static String accounts(String word, int count, String profile) {
        return ACCOUNT.formatted(word, count, profile);
    }
}
