package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.directory.load.LoadSource;
import org.preau.core.directory.Sql;

/** What is wrong with a staged load as a whole: each check is one query over the staging tables. */
final class LoadChecks {
    private static final int MOST = 1_000;

    private static final String KEYS_TWICE =
            """
            select p.file, p.key, p.kind from {person} p
              join (select kind, key from {person} group by kind, key having count(*) > 1) d using (kind, key)
             order by p.n limit ?
            """;
    private static final String SCHOOLS_TWICE =
            """
            select s.file, s.key, s.uai from {school} s
             where exists (select 1 from {school} o where o.n <> s.n and (o.key = s.key or o.uai = s.uai))
             order by s.n limit ?
            """;
    private static final String FOREIGN_SCHOOLS =
            """
            select s.file, s.key, s.uai from {school} s
              join directory.structure d on upper(d.code) = s.uai
             where d.kind <> 'SCHOOL' or (d.feed = ? and d.academy <> ?)
             order by s.n limit ?
            """;
    private static final String INE_TWICE =
            """
            select p.file, p.key, p.ine from {person} p
              join (select ine from {person} where ine <> '' group by ine having count(*) > 1) d using (ine)
             order by p.ine, p.n limit ?
            """;
    private static final String KEEP_FIRST_INE =
            """
            update {person} p set ine = ''
             where p.ine <> '' and exists (select 1 from {person} o where o.ine = p.ine and o.n < p.n)
            """;
    private static final String DANGLING_GUARDIANS =
            """
            select p.file, l.key, l.guardian || '$' || l.link_code from {link} l
              join {person} p on p.kind = 'PUPIL' and p.key = l.key
             where not exists (select 1 from {person} g where g.kind = 'GUARDIAN' and g.key = l.guardian)
             order by p.n limit ?
            """;
    private static final String UNKNOWN_SCHOOLS =
            """
            select p.file, a.key, a.school from {affiliation} a
              join {person} p on p.kind = a.kind and p.key = a.key
             where not exists (select 1 from {school} s where s.key = a.school)
             order by p.n limit ?
            """;
    private static final String UNKNOWN_CLASS_SCHOOLS =
            """
            select p.file, m.key, m.school || ' (' || m.name || ')' from {member} m
              join {person} p on p.kind = 'PUPIL' and p.key = m.key
             where not exists (select 1 from {school} s where s.key = m.school)
             order by p.n limit ?
            """;
    private static final String NO_SCHOOL =
            """
            select p.file, p.key, p.kind from {person} p
             where p.kind = 'PUPIL' and not exists (select 1 from {affiliation} a where a.kind = p.kind and a.key = p.key)
             order by p.n limit ?
            """;
    private static final String NEWER_APPLIED =
            """
            select '', '', to_char(max(generated), 'YYYY-MM-DD') from directory.load
             where feed = ? and academy = ? and state = 'APPLIED' having max(generated) > ?
            """;

    private final Staging staging;
    private final LoadSource source;
    private final List<LoadFinding> findings = new ArrayList<>();

    LoadChecks(Staging staging, LoadSource source) {
        this.staging = staging;
        this.source = source;
    }

    /** Runs every check; of one INE for several pupils the first pupil keeps it. */
    List<LoadFinding> run(Connection connection) throws SQLException {
        find(
                connection,
                Severity.ERROR,
                "duplicate-key",
                "identifier",
                KEYS_TWICE,
                "the archive has this record twice: ",
                MOST);
        find(
                connection,
                Severity.ERROR,
                "duplicate-key",
                "ENTStructureUAI",
                SCHOOLS_TWICE,
                "the archive has this school twice: ",
                MOST);
        find(
                connection,
                Severity.ERROR,
                "foreign-school",
                "ENTStructureUAI",
                FOREIGN_SCHOOLS,
                "this UAI belongs to another academy or is no school here: ",
                source.feed(),
                source.academy(),
                MOST);
        find(
                connection,
                Severity.WARNING,
                "duplicate-ine",
                "ENTEleveINE",
                INE_TWICE,
                "several pupils bear this INE: never merged, the first one keeps it, ask the school to correct: ",
                MOST);
        find(
                connection,
                Severity.WARNING,
                "dangling-guardian",
                "ENTEleveAutoriteParentale",
                DANGLING_GUARDIANS,
                "names a guardian who is not in the archive, the link is dropped: ",
                MOST);
        find(
                connection,
                Severity.WARNING,
                "unknown-school",
                "ENTPersonStructRattach",
                UNKNOWN_SCHOOLS,
                "names a school that is not in the archive, left out: ",
                MOST);
        find(
                connection,
                Severity.WARNING,
                "unknown-school",
                "ENTPersonClasses",
                UNKNOWN_CLASS_SCHOOLS,
                "names a class of a school that is not in the archive, left out: ",
                MOST);
        find(
                connection,
                Severity.WARNING,
                "no-school",
                "ENTPersonStructRattach",
                NO_SCHOOL,
                "belongs to no school: ",
                MOST);
        find(
                connection,
                Severity.WARNING,
                "older-archive",
                "",
                NEWER_APPLIED,
                "a later archive was applied already, made on ",
                source.feed(),
                source.academy(),
                source.date());
        Sql.update(connection, staging.sql(KEEP_FIRST_INE));
        return List.copyOf(findings);
    }

    private void find(
            Connection connection,
            Severity severity,
            String code,
            String field,
            String query,
            String message,
            Object... parameters)
            throws SQLException {
        findings.addAll(Sql.list(
                connection,
                staging.sql(query),
                row -> new LoadFinding(
                        severity, code, row.getString(1), row.getString(2), field, message + row.getString(3)),
                parameters));
    }
}
