package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.persistence.Rows;

/** Stages the way back: from what a load and every later one of the same source replaced, the records as they were before. */
final class Undoing {
    private static final int AT_ONCE = 500;
    private static final Texts TEXTS = Texts.of(SqlDirectoryLoads.class);
    private static final String APPLIED =
            "select feed, academy, state, kept, applied_no from directory.load where id = ? and applied_no is not null";
    /** What a load into nothing brought was not there before, whatever loads after it changed. */
    private static final String BEFORE =
            """
            insert into {before} (kind, key, attributes, person_id)
            select distinct on (b.kind, b.key) b.kind, b.key, b.attributes, b.person_id
              from directory.load l join directory.load_before b on b.load_id = l.id
             where l.feed = {feed} and l.academy = {academy} and l.applied_no >= ?
               and not exists (select 1 from directory.load e
                                where e.feed = l.feed and e.academy = l.academy and e.kept = 'EMPTY'
                                  and e.applied_no >= ? and e.applied_no < l.applied_no)
             order by b.kind, b.key, l.applied_no
            """;
    /** Before the first load of a source there was nothing. */
    private static final String ALL_NEW =
            """
            insert into {before} (kind, key)
            select p.kind, p.key from directory.person_source p
             where p.feed = {feed} and p.academy = {academy} and p.gone_at is null
               and not exists (select 1 from {before} b where b.kind = p.kind and b.key = p.key)
            union all
            select 'SCHOOL', d.source_key from directory.structure d
             where d.feed = {feed} and d.academy = {academy} and d.ended_at is null and d.source_key is not null
               and not exists (select 1 from {before} b where b.kind = 'SCHOOL' and b.key = d.source_key)
            """;

    private static final String FROM_NOTHING =
            "select count(*) from directory.load where feed = {feed} and academy = {academy} and applied_no >= ? and kept = 'EMPTY'";
    private static final String REMOVE =
            """
            insert into {gone} (n, kind, key, file)
            select 0, b.kind, b.key, '' from {before} b
             where b.attributes is null
               and (exists (select 1 from directory.person_source p
                             where p.feed = {feed} and p.academy = {academy} and p.kind = b.kind and p.key = b.key
                               and p.gone_at is null)
                    or b.kind = 'SCHOOL'
                       and exists (select 1 from directory.structure d
                                    where d.feed = {feed} and d.academy = {academy} and d.source_key = b.key
                                      and d.ended_at is null))
            """;
    private static final String NEXT =
            """
            select b.kind, b.key, b.attributes::text as attributes,
                   case when k.key is null
                        then (select min(p.key) from directory.person_source p join {before} o on o.kind = p.kind and o.key = p.key
                               where p.person_id = b.person_id and p.feed = {feed} and p.academy = {academy}
                                 and p.kind = b.kind and o.attributes is null) end as hint
              from {before} b
              left join directory.person_source k
                on k.feed = {feed} and k.academy = {academy} and k.kind = b.kind and k.key = b.key
             where b.attributes is not null and (b.kind, b.key) > (?, ?)
             order by b.kind, b.key limit ?
            """;
    private static final List<String> MARK = List.of(
            """
            update directory.load set state = 'APPLIED', undone_by = null
             where state = 'UNDONE' and applied_no < ?
               and undone_by in (select id from directory.load where feed = {feed} and academy = {academy}
                                    and applied_no >= ? and id <> {load}::uuid)
            """,
            """
            update directory.load set state = 'UNDONE', undone_by = {load}::uuid
             where feed = {feed} and academy = {academy} and state = 'APPLIED' and applied_no >= ? and id <> {load}::uuid
            """);

    private Undoing() {}

    /**
     * An applied load.
     *
     * @param number its place in the order of applications
     */
    record Applied(String feed, String academy, String state, @Nullable String kept, long number) {}

    /** The load to undo. */
    static Applied applied(Connection connection, UUID load) throws SQLException {
        Optional<Applied> found = Rows.first(
                connection,
                APPLIED,
                row -> new Applied(
                        row.getString("feed"),
                        row.getString("academy"),
                        row.getString("state"),
                        row.getString("kept"),
                        row.getLong("applied_no")),
                load);
        Applied applied =
                found.orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "undo.unknown", load));
        if (!applied.state().equals("APPLIED")) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "undo.done", load);
        }
        if (applied.kept() == null) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "undo.forgotten", load);
        }
        return applied;
    }

    /** Stages the records as they were. */
    static void stage(LoadFrame frame, RecordRows rows, Applied undone) {
        frame.work(connection -> {
            frame.update(connection, BEFORE, undone.number(), undone.number());
            if (frame.count(connection, FROM_NOTHING, undone.number()) > 0) {
                frame.update(connection, ALL_NEW);
            }
            frame.run(connection, "create unique index on {before} (kind, key); analyze {before}");
            return frame.update(connection, REMOVE);
        });
        String kind = "";
        String key = "";
        List<Kept> page = next(frame, kind, key);
        while (!page.isEmpty()) {
            for (Kept each : page) {
                RecordKind of = RecordKind.valueOf(each.kind());
                var record = frame.form().record(of, each.key(), "", JsonText.attributes(each.attributes()));
                rows.add(record, rows.next(), 0, each.hint());
                frame.staging().flushIfFull();
            }
            Kept last = page.get(page.size() - 1);
            page = page.size() < AT_ONCE ? List.of() : next(frame, last.kind(), last.key());
        }
    }

    /** Says which loads count no more, and which count again; inside the transaction that applies. */
    static void mark(LoadFrame frame, Connection connection) throws SQLException {
        UUID undone = frame.undoes();
        if (undone != null) {
            long number = applied(connection, undone).number();
            frame.update(connection, MARK.get(0), number, number);
            frame.update(connection, MARK.get(1), number);
        }
    }

    private record Kept(String kind, String key, String attributes, @Nullable String hint) {}

    private static List<Kept> next(LoadFrame frame, String kind, String key) {
        return frame.work(connection -> Rows.list(
                connection,
                frame.staging().sql(NEXT),
                row -> new Kept(
                        row.getString("kind"),
                        row.getString("key"),
                        row.getString("attributes"),
                        row.getString("hint")),
                kind,
                key,
                AT_ONCE));
    }
}
