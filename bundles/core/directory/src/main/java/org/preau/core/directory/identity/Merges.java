package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.directory.identity.Merge;
import org.preau.api.persistence.Rows;

/** Makes two people one and takes that back, within a transaction of the caller's. */
final class Merges {
    private static final Texts TEXTS = Texts.of(Merges.class);
    private static final String INSERT =
            """
            insert into directory.merge (id, kept, gone, kept_was, kept_digests, gone_digests, merged_by, merged_at)
            select ?, k.id, ?, to_jsonb(k), ?, ?, ?, ? from directory.person k where k.id = ?
            """;
    /** Merges that stand and were made since: of either person, or of their family. */
    private static final String LATER =
            """
            select count(*) from directory.merge l
             where l.undone_at is null and l.seq > (select m.seq from directory.merge m where m.id = ?)
               and (l.kept = any (?::uuid[]) or l.gone = any (?::uuid[])
                    or exists (select 1 from directory.merge_row r where r.merge_id = l.id and r.kind like 'guardianship.%'
                                and ((r.was ->> 'pupil_id')::uuid = any (?::uuid[]) or (r.was ->> 'guardian_id')::uuid = any (?::uuid[]))))
            """;

    private static final String READ =
            """
            select m.id, m.kept, m.gone, p.first_name || ' ' || p.last_name as name, m.kept_account, m.alias_account,
                   m.merged_by, m.merged_at, m.undone_at, m.kept_digests, m.gone_digests, count(*) over () as total
              from directory.merge m join directory.person p on p.id = m.kept
            """;
    private static final String WITHIN =
            " where exists (select 1 from directory.placement b where b.person_id = m.kept and b.structure_id = any (?::uuid[]))";

    private Merges() {}

    /** A merge as read, with what undoing needs. */
    record Made(Merge merge, String keptDigests, String goneDigests, long total) {
        static Made of(ResultSet row) throws SQLException {
            Merge merge = new Merge(
                    Rows.uuid(row, "id"),
                    Rows.uuid(row, "kept"),
                    Rows.uuid(row, "gone"),
                    row.getString("name"),
                    row.getObject("kept_account", UUID.class),
                    row.getObject("alias_account", UUID.class),
                    row.getObject("merged_by", UUID.class),
                    Columns.instant(row, "merged_at"),
                    Columns.maybeInstant(row, "undone_at"));
            return new Made(merge, row.getString("kept_digests"), row.getString("gone_digests"), row.getLong("total"));
        }
    }

    static Merge make(Connection connection, UUID keep, UUID gone, @Nullable UUID by, Instant now) throws SQLException {
        UUID id = Ids.next();
        lock(connection, keep, gone);
        Rows.update(
                connection,
                INSERT,
                id,
                gone,
                SourceMoves.digests(connection, keep),
                SourceMoves.digests(connection, gone),
                by,
                now,
                keep);
        SourceMoves.move(connection, id, keep, gone);
        RowMoves.move(connection, id, keep, gone);
        AccountMoves.Moved accounts = AccountMoves.move(connection, id, keep, gone);
        Rows.update(
                connection,
                "update directory.merge set kept_account = ?, alias_account = ? where id = ?",
                accounts.stays(),
                accounts.aliases().stream().findFirst().orElse(null),
                id);
        return byId(connection, id).orElseThrow().merge();
    }

    static Merge undo(Connection connection, UUID id, @Nullable UUID by, Instant now) throws SQLException {
        Made made = byId(connection, id)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "merge.unknown"));
        Merge merge = made.merge();
        lock(connection, merge.kept(), merge.gone());
        UUID keep = merge.kept();
        UUID gone = merge.gone();
        List<UUID> both = List.of(keep, gone);
        if (merge.undoneAt() != null) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "merge.undone");
        }
        if ((int) Rows.count(connection, LATER, id, both, both, both, both) > 0) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "merge.later");
        }
        SourceMoves.moveBack(connection, id, keep, gone, made.keptDigests(), made.goneDigests());
        RowMoves.moveBack(connection, id, keep, gone);
        AccountMoves.moveBack(connection, id);
        Rows.update(connection, "update directory.merge set undone_at = ?, undone_by = ? where id = ?", now, by, id);
        Rows.update(connection, "delete from directory.merge_row where merge_id = ?", id);
        return merge;
    }

    static Optional<Made> byId(Connection connection, UUID id) throws SQLException {
        return Rows.first(connection, READ + " where m.id = ?", Made::of, id);
    }

    static Page<Merge> list(Connection connection, Optional<Set<UUID>> within, PageRequest page) throws SQLException {
        String end = " order by m.seq desc limit ? offset ?";
        List<Made> found = within.isEmpty()
                ? Rows.list(connection, READ + end, Made::of, page.limit(), page.offset())
                : Rows.list(connection, READ + WITHIN + end, Made::of, within.get(), page.limit(), page.offset());
        return new Page<>(
                found.stream().map(Made::merge).toList(),
                found.isEmpty() ? 0 : found.get(0).total());
    }

    private static void lock(Connection connection, UUID keep, UUID gone) throws SQLException {
        Rows.list(
                connection,
                "select id from directory.person where id in (?, ?) order by id for update",
                row -> Rows.uuid(row, "id"),
                keep,
                gone);
    }
}
