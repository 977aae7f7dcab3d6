package org.preau.core.feed.run;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.feed.FeedUnit;

/** The table {@code feed.run}. A state changes only from one that it may follow; every method joins the running transaction. Safe on any thread. */
@Component(service = RunStore.class)
public final class RunStore {
    private static final Texts TEXTS = Texts.of(FeedUnit.class);
    private static final String INSERT =
            """
            insert into feed.run (id, system, file_name, archive, sha256, bytes, received, received_by, asked_academy, academy, mode,
                                  state, auto_apply, check_only, acceptance, undo_of)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?)""";
    private static final String SELECT = "select * from feed.run where ";
    private static final String OF_ACADEMIES = "(?::boolean or academy = any (?))";

    private final Tx tx;
    private final Clock clock;

    /** Keeps runs in that unit. */
    @Activate
    public RunStore(@Reference(target = "(preau.unit=feed)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** A run begins. */
    public void add(NewRun run) {
        tx.writeSql(connection -> Rows.update(
                connection,
                INSERT,
                run.id(),
                run.system(),
                run.fileName(),
                run.archive().orElse(null),
                run.sha256(),
                run.bytes(),
                run.received(),
                run.receivedBy(),
                run.options().academy().orElse(null),
                run.academy(),
                run.mode(),
                run.state(),
                run.autoApply(),
                run.checkOnly(),
                run.acceptance().map(RunJson::acceptance).orElse(null),
                run.undoOf().orElse(null)));
    }

    /** One of them. */
    public Optional<StoredRun> find(UUID id) {
        return tx.readSql(connection -> Rows.first(connection, SELECT + "id = ?", RunRows::stored, id));
    }

    /** One that must be there. */
    public StoredRun get(UUID id) {
        return find(id).orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "run.unknown"));
    }

    /** Those whose id begins so, two at most. */
    public List<FeedRun> beginning(String prefix) {
        return tx.readSql(connection ->
                Rows.list(connection, SELECT + "starts_with(id::text, ?) order by id limit 2", RunRows::run, prefix));
    }

    /**
     * The latest first.
     *
     * @param academies codes of the academies whose runs are wanted; null for all
     */
    public Page<FeedRun> list(@Nullable Collection<String> academies, PageRequest page) {
        boolean all = academies == null;
        Collection<String> some = academies == null ? List.of() : academies;
        return tx.readSql(connection -> new Page<>(
                Rows.list(
                        connection,
                        SELECT + OF_ACADEMIES + " order by received desc, id desc offset ? limit ?",
                        RunRows::run,
                        all,
                        some,
                        page.offset(),
                        page.limit()),
                Rows.count(connection, "select count(*) from feed.run where " + OF_ACADEMIES, all, some)));
    }

    /** Those that are on their way, the oldest first. */
    public List<StoredRun> unfinished() {
        return tx.readSql(connection -> Rows.list(
                connection,
                SELECT + "state in ('RECEIVED', 'CHECKING', 'APPLYING') order by received, id",
                RunRows::stored));
    }

    /** Goes to a state that ends nothing. */
    public void move(UUID id, Set<FeedState> from, FeedState to) {
        changed(update(
                "update feed.run set state = ?, progress = 0, ended = null where id = ? and state = any (?)",
                to,
                id,
                from));
    }

    /** Comes to rest. */
    public void end(UUID id, Set<FeedState> from, FeedState to, String reason) {
        changed(update(
                "update feed.run set state = ?, ended = ?, reason = ? where id = ? and state = any (?)",
                to,
                clock.instant(),
                reason,
                id,
                from));
    }

    /** Somebody said who may leave; it is applied next. */
    public void accept(UUID id, Acceptance acceptance) {
        changed(update(
                "update feed.run set state = 'APPLYING', progress = 0, ended = null, acceptance = ?::json where id = ? and state = 'HELD'",
                RunJson.acceptance(acceptance),
                id));
    }

    /** The archive has said where it comes from. */
    public void begun(UUID id, String academy, boolean complete, LocalDate generated) {
        update(
                "update feed.run set academy = ?, mode = ?, generated = ? where id = ?",
                academy,
                complete ? "complete" : "delta",
                generated,
                id);
    }

    /** How much of the step is done. */
    public void progress(UUID id, int percent) {
        update("update feed.run set progress = ? where id = ?", percent, id);
    }

    /**
     * It is in the directory.
     *
     * @param loadId the directory's load; null when it was applied before and there is nothing to undo
     */
    public void applied(UUID id, @Nullable UUID loadId, LoadDifference done) {
        changed(update(
                """
                update feed.run set state = 'APPLIED', progress = 100, ended = ?, load_id = ?, applied = nextval('feed.applied_order'),
                       difference = ?::json
                where id = ? and state = 'APPLYING'""",
                clock.instant(),
                loadId,
                RunJson.difference(done),
                id));
    }

    /** Keeps the result of a check with the run. */
    public void reviewed(UUID id, Review review, FeedState next) {
        tx.writeSql(connection -> {
            changed(ReviewRows.summary(connection, id, review, next, clock.instant()));
            return ReviewRows.replace(connection, id, review);
        });
    }

    /** The first load that is to be undone to come back to before that run: its own, or that of the next one that changed anything. */
    public Optional<UUID> firstLoad(UUID id) {
        return tx.readSql(connection -> Rows.first(
                connection,
                """
                select later.load_id from feed.run first join feed.run later
                    on later.system = first.system and later.academy = first.academy and later.applied >= first.applied
                where first.id = ? and later.state = 'APPLIED' and later.load_id is not null
                order by later.applied limit 1""",
                row -> Rows.uuid(row, "load_id"),
                id));
    }

    /**
     * The runs that an undo undoes: that one and every later one of its source that is in force.
     *
     * @return their ids
     */
    public List<UUID> undone(UUID undo, UUID undoneFrom) {
        return tx.writeSql(connection -> Undoing.mark(connection, undo, undoneFrom));
    }

    /** How many records and bytes the last archive of that system had, to tell how far a reading is. */
    public Optional<long[]> lastSize(String system) {
        return tx.readSql(connection -> Rows.first(
                connection,
                """
                select bytes, (select coalesce(sum(value::bigint), 0) from json_each_text(counts)) as records
                from feed.run where system = ? and applied is not null and bytes > 0 order by received desc, id desc limit 1""",
                row -> new long[] {row.getLong("bytes"), row.getLong("records")},
                system));
    }

    /** Forgets the archives, samples and findings of runs that came to rest before; gives the ids of the runs whose archives are to be deleted. */
    public List<UUID> forget(Instant before) {
        return tx.writeSql(connection -> ReviewRows.forget(connection, before));
    }

    /** The ids among these that are runs whose archive is kept. */
    public Set<UUID> kept(Collection<UUID> ids) {
        return tx.readSql(connection -> Set.copyOf(Rows.list(
                connection,
                "select id from feed.run where archive is not null and id = any (?::uuid[])",
                row -> Rows.uuid(row, "id"),
                ids)));
    }

    private int update(String sql, @Nullable Object... parameters) {
        return tx.writeSql(connection -> Rows.update(connection, sql, parameters));
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "run.elsewhere");
        }
    }
}
