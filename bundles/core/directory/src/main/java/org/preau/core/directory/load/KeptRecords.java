package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.persistence.Rows;

/**
 * Completes a partial load with records it does not name but touches: those that wait for one that comes, those that name one that goes, and the other keys of people whom a merge made one. They
 * are made again from their kept attributes.
 */
final class KeptRecords {
    static final String PEOPLE =
            """
            select key, raw::text as raw from directory.person_source
             where feed = {feed} and academy = {academy} and kind = ? and key = any (?) and gone_at is null
            """;
    static final String SCHOOLS =
            """
            select source_key as key, raw::text as raw from directory.structure
             where feed = {feed} and academy = {academy} and source_key = any (?) and ended_at is null
            """;
    private static final int AT_ONCE = 500;
    /** Of one record said twice the last counts. */
    private static final List<String> LAST_COUNTS = List.of(
            """
            delete from {person} p
             where exists (select 1 from {person} o where o.kind = p.kind and o.key = p.key and o.n > p.n)
                or exists (select 1 from {gone} o where o.kind = p.kind and o.key = p.key and o.n > p.n)
            """,
            """
            delete from {school} p
             where exists (select 1 from {school} o where o.key = p.key and o.n > p.n)
                or exists (select 1 from {gone} o where o.kind = 'SCHOOL' and o.key = p.key and o.n > p.n)
            """,
            """
            delete from {gone} g
             where exists (select 1 from {person} o where o.kind = g.kind and o.key = g.key)
                or g.kind = 'SCHOOL' and exists (select 1 from {school} o where o.key = g.key)
                or exists (select 1 from {gone} o where o.kind = g.kind and o.key = g.key and o.n > g.n)
            """);

    private static final String TWICE =
            """
            select s.file, s.key, s.kind
              from (select n, kind, key, file from {person} union all select n, 'SCHOOL', key, file from {school}
                    union all select n, kind, key, file from {gone}) s
              join (select kind, key
                      from (select kind, key from {person} union all select 'SCHOOL', key from {school}
                            union all select kind, key from {gone}) a
                     group by kind, key having count(*) > 1) d using (kind, key)
             order by s.n limit ?
            """;
    private static final String UNSTAGED =
            """
             p.feed = {feed} and p.academy = {academy} and p.gone_at is null
               and not exists (select 1 from {person} s where s.kind = p.kind and s.key = p.key)
               and not exists (select 1 from {gone} s where s.kind = p.kind and s.key = p.key)
               and not exists (select 1 from {more} s where s.kind = p.kind and s.key = p.key)
            """;
    private static final List<String> MORE = List.of(
            // those who lose what they name
            """
            insert into {more} (kind, key, extra)
            select distinct p.kind, p.key, 2
              from {gone} g
              join directory.person_source q on q.feed = {feed} and q.academy = {academy} and q.kind = g.kind and q.key = g.key
              join directory.guardianship x on x.guardian_id = q.person_id and x.source = {mark}
              join directory.person_source p on p.person_id = x.pupil_id and p.kind = 'PUPIL'
             where g.kind = 'GUARDIAN' and
            """
                    + UNSTAGED,
            """
            insert into {more} (kind, key, extra)
            select distinct p.kind, p.key, 2
              from {gone} g
              join directory.structure d on d.feed = {feed} and d.academy = {academy} and d.source_key = g.key
              join directory.affiliation x on x.structure_id = d.id and x.source = {mark}
              join directory.person_source p on p.person_id = x.person_id
             where g.kind = 'SCHOOL' and
            """
                    + UNSTAGED,
            // those whom somebody comes for
            """
            insert into {more} (kind, key, extra)
            select distinct p.kind, p.key, 1
              from (select kind, key from {person} union all select 'SCHOOL', key from {school}) c
              join directory.waiting w on w.feed = {feed} and w.academy = {academy} and w.missing_kind = c.kind
               and w.missing_key = c.key
              join directory.person_source p on p.kind = w.kind and p.key = w.key
             where
            """
                    + UNSTAGED,
            // the other keys of the same person
            """
            insert into {more} (kind, key, extra)
            select distinct p.kind, p.key, 1
              from (select kind, key from {person} union select kind, key from {gone} union select kind, key from {more}) c
              join directory.person_source q on q.feed = {feed} and q.academy = {academy} and q.kind = c.kind and q.key = c.key
              join directory.person_source p on p.person_id = q.person_id
             where
            """
                    + UNSTAGED);
    private static final String NEXT =
            """
            select m.kind, m.key, m.extra, p.raw::text as raw
              from {more} m
              join directory.person_source p on p.feed = {feed} and p.academy = {academy} and p.kind = m.kind and p.key = m.key
             where (m.kind, m.key) > (?, ?) order by m.kind, m.key limit ?
            """;

    private final LoadFrame frame;
    private final RecordRows rows;

    KeptRecords(LoadFrame frame, RecordRows rows) {
        this.frame = frame;
        this.rows = rows;
    }

    private record Kept(String kind, String key, int extra, String raw) {}

    /** Leaves one row of each record; tells of those that had several. */
    List<LoadFinding> lastCounts() {
        return frame.work(connection -> {
            frame.staging().analyze(connection);
            List<LoadFinding> twice = Rows.list(
                    connection,
                    frame.staging().sql(TWICE),
                    row -> LoadChecks.finding(
                            Severity.WARNING,
                            "duplicate-key.last",
                            row.getString("file"),
                            row.getString("key"),
                            "identifier",
                            row.getString("kind")),
                    LoadChecks.MOST);
            if (!twice.isEmpty()) {
                for (String statement : LAST_COUNTS) {
                    frame.update(connection, statement);
                }
            }
            return twice;
        });
    }

    /** Stages the records that are touched. */
    void complete() {
        int found = frame.work(connection -> {
            int all = 0;
            for (String statement : MORE) {
                all += frame.update(connection, statement);
            }
            return all;
        });
        if (found > 0) {
            Kept last = new Kept("", "", 0, "");
            List<Kept> page = next(last);
            while (!page.isEmpty()) {
                for (Kept each : page) {
                    RecordKind kind = RecordKind.valueOf(each.kind());
                    var record = frame.form().record(kind, each.key(), "", JsonText.attributes(each.raw()));
                    rows.add(record, rows.next(), each.extra(), null);
                    frame.staging().flushIfFull();
                }
                last = page.get(page.size() - 1);
                page = page.size() < AT_ONCE ? List.of() : next(last);
            }
            frame.staging().flush();
        }
    }

    private List<Kept> next(Kept last) {
        return frame.work((Connection connection) -> page(connection, last));
    }

    private List<Kept> page(Connection connection, Kept last) throws SQLException {
        Rows.Row<Kept> read = row ->
                new Kept(row.getString("kind"), row.getString("key"), row.getInt("extra"), text(row.getString("raw")));
        return Rows.list(connection, frame.staging().sql(NEXT), read, last.kind(), last.key(), AT_ONCE);
    }

    private static String text(@Nullable String raw) {
        return raw == null ? "{}" : raw;
    }
}
