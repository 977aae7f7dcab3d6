package org.preau.core.directory;

import java.util.List;
import java.util.stream.Stream;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** All that the directory says of one source, in words that can be compared: keys of the source instead of ids. */
final class DirectoryPicture {
    private static final String SAY =
            """
            with src as (select * from directory.person_source where academy = ? and gone_at is null),
                 sch as (select * from directory.structure where academy = ? and ended_at is null)
            select 'person ' || s.kind || ' ' || s.key || ' ' || p.last_name || ' ' || p.first_name || ' ' || p.email || ' '
                   || p.level || ' ' || p.nursery || ' ' || p.phones || ' ' || coalesce(s.ine, '-') || ' ' || s.raw as line
              from src s join directory.person p on p.id = s.person_id
            union all
            select 'school ' || source_key || ' ' || code || ' ' || name || ' ' || raw from sch
            union all
            select 'at ' || s.kind || ' ' || s.key || ' ' || c.source_key || ' ' || a.profile || ' ' || a.functions
              from src s join directory.affiliation a on a.person_id = s.person_id join sch c on c.id = a.structure_id
            union all
            select 'in ' || s.key || ' ' || c.source_key || ' ' || k.kind || ' ' || k.source_key || ' ' || k.name || ' '
                   || (k.ended_at is null)
              from src s join directory.class_member m on m.person_id = s.person_id
              join directory.school_class k on k.id = m.class_id join sch c on c.id = k.structure_id
            union all
            select 'class ' || k.source_key || ' ' || k.name from directory.school_class k join sch c on c.id = k.structure_id
             where k.ended_at is null
            union all
            select 'link ' || s.key || ' ' || g.key || ' ' || l.link_code
              from src s join directory.guardianship l on l.pupil_id = s.person_id join src g on g.person_id = l.guardian_id
            union all
            select 'stray rows ' || count(*) from directory.affiliation a
             where a.source = 'aaf:' || ? and (not exists (select 1 from src where src.person_id = a.person_id)
                or not exists (select 1 from sch where sch.id = a.structure_id))
            union all
            select 'stray links ' || count(*) from directory.guardianship a
             where a.source = 'aaf:' || ? and (not exists (select 1 from src where src.person_id = a.pupil_id)
                or not exists (select 1 from src where src.person_id = a.guardian_id))
            union all
            select 'waiting ' || kind || ' ' || key || ' ' || missing_kind || ' ' || missing_key from directory.waiting
             where academy = ?
            union all
            select 'account ' || s.kind || ' ' || s.key || ' ' || a.state
              from src s join directory.account a on a.person_id = s.person_id
              join directory.person p on p.id = s.person_id and not p.nursery
            order by line
            """;
    private static final String IDS =
            """
            select s.kind || ' ' || s.key || ' ' || s.person_id || ' ' || coalesce(min(a.id::text || a.login), '') as line
              from directory.person_source s left join directory.account a on a.person_id = s.person_id
               and not exists (select 1 from directory.person p where p.id = s.person_id and p.nursery)
             where s.academy = ? and s.gone_at is null group by s.kind, s.key, s.person_id order by 1
            """;

    private DirectoryPicture() {}

    static List<String> of(Tx tx, String academy) {
        return tx.readSql(connection ->
                Rows.list(connection, SAY, row -> row.getString("line"), academy, academy, academy, academy, academy));
    }

    /** Who is who: ids, accounts and logins. */
    static List<String> ids(Tx tx, String academy) {
        return tx.readSql(connection -> Rows.list(connection, IDS, row -> row.getString("line"), academy));
    }

    /** What one picture says and the other does not, marked with - and +. */
    static List<String> differences(List<String> expected, List<String> found) {
        return Stream.concat(
                        expected.stream().filter(line -> !found.contains(line)).map(line -> "- " + line),
                        found.stream().filter(line -> !expected.contains(line)).map(line -> "+ " + line))
                .toList();
    }
}
