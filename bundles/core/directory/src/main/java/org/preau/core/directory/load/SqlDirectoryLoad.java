package org.preau.core.directory.load;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One load on its staging tables. Used by one thread. */
final class SqlDirectoryLoad implements DirectoryLoad {
    private static final Logger log = LoggerFactory.getLogger(SqlDirectoryLoad.class);
    private static final String EMPTY = "truncate {school}, {person}, {affiliation}, {member}, {link}, {gone}";

    private final LoadFrame frame;
    private final LoadLock lock;
    private final LoadTrace trace;
    private final Clock clock;
    private final RecordRows rows;
    private final Changes changes;
    private final CopyRows gone;
    private final Matching matching;
    private @Nullable List<LoadFinding> findings;
    private @Nullable LoadDifference difference;
    private boolean bySchool;
    private boolean ended;
    /** Whether it changes or removes records: a list of some school only adds. */
    private boolean delta;

    SqlDirectoryLoad(LoadFrame frame, LoadLock lock, LoadTrace trace, Clock clock) {
        this.frame = frame;
        this.lock = lock;
        this.trace = trace;
        this.clock = clock;
        this.rows = new RecordRows(frame.staging());
        this.gone = frame.staging().rowsOf("gone");
        this.changes = new Changes(frame, rows);
        this.matching = new Matching(frame);
    }

    @Override
    public UUID id() {
        return frame.id();
    }

    @Override
    public void add(FeedRecord record) {
        staging();
        if (frame.partial()) {
            changes.before(RecordRows.kindOf(record), record.key());
        }
        rows.add(record);
        frame.staging().flushIfFull();
    }

    @Override
    public void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced) {
        partial();
        delta = true;
        changes.add(kind, key, file, replaced);
    }

    @Override
    public void remove(RecordKind kind, String key, String file) {
        partial();
        delta = true;
        changes.before(kind, key);
        gone.put(rows.next()).put(kind).put(key).put(file).end();
        frame.staging().flushIfFull();
    }

    /** Stages the way back before a load. */
    void stage(Undoing.Applied undone) {
        Undoing.stage(frame, rows, undone);
    }

    @Override
    public List<LoadFinding> check() {
        List<LoadFinding> known = findings;
        if (known == null) {
            known = complete();
            findings = known;
        }
        return known;
    }

    @Override
    public LoadDifference difference() {
        LoadDifference known = difference;
        if (known == null) {
            check();
            lock.check();
            known = frame.work(connection -> {
                matching.match(connection);
                return matching.difference(connection);
            });
            difference = known;
        }
        return known;
    }

    @Override
    public Page<SchoolDifference> bySchool(PageRequest page) {
        figures();
        return frame.work(connection -> SchoolFigures.page(frame, connection, page));
    }

    @Override
    public List<ChangeSample> samples(String schoolCode, RecordKind kind, ChangeSample.Change change, int most) {
        figures();
        return frame.work(connection -> Samples.of(frame, connection, schoolCode, kind, change, most));
    }

    @Override
    public LoadDifference apply(Leavers leavers) {
        if (ended) {
            throw new IllegalStateException("the load has ended");
        }
        List<LoadFinding> found = check();
        if (found.stream().anyMatch(finding -> finding.severity() == LoadFinding.Severity.ERROR)) {
            throw new IllegalStateException("a load with errors is not applied");
        }
        Instant begin = clock.instant();
        boolean nothing = LoadChecks.alreadyApplied(found);
        LoadDifference done = frame.work(connection -> {
            if (nothing) {
                return LoadEnd.abandon(frame, connection, clock.instant());
            }
            return new Application(frame, lock, matching, trace).run(connection, leavers, clock);
        });
        log.info(
                "load of {} from {} applied in {} ms: {}",
                frame.source().feed(),
                frame.source().academy(),
                clock.millis() - begin.toEpochMilli(),
                done);
        end();
        return done;
    }

    @Override
    public void close() {
        if (!ended) {
            try {
                frame.staging().close();
                frame.work(connection -> LoadEnd.abandon(frame, connection, clock.instant()));
                end();
            } catch (RuntimeException e) {
                log.warn("staging of load {} is left for the next load to remove: {}", frame.id(), e.getMessage());
                lock.close();
            }
        }
    }

    private List<LoadFinding> complete() {
        List<LoadFinding> all = new ArrayList<>();
        changes.stage();
        frame.staging().flush();
        frame.staging().close();
        lock.check();
        boolean again = frame.partial() && frame.undoes() == null;
        if (frame.partial()) {
            KeptRecords kept = new KeptRecords(frame, rows);
            all.addAll(kept.lastCounts());
            kept.complete();
        }
        all.addAll(frame.work(connection -> {
            frame.staging().analyze(connection);
            List<LoadFinding> found =
                    new LoadChecks(frame, !delta, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).run(connection);
            if (again && LoadChecks.alreadyApplied(found)) {
                frame.run(connection, EMPTY);
            }
            return found;
        }));
        if (LoadChecks.alreadyApplied(all)) {
            return all.stream()
                    .filter(each -> !each.code().equals("duplicate-key"))
                    .toList();
        }
        all.addAll(changes.unknown());
        return List.copyOf(all);
    }

    private void figures() {
        if (difference == null) {
            throw new IllegalStateException("schools are compared after the whole");
        }
        if (!bySchool) {
            frame.work(connection -> {
                SchoolFigures.make(frame, connection);
                return 0;
            });
            bySchool = true;
        }
    }

    private void staging() {
        if (ended || findings != null) {
            throw new IllegalStateException("records are added before the load is checked");
        }
    }

    private void partial() {
        staging();
        if (!frame.partial()) {
            throw new IllegalStateException("a complete load only adds");
        }
    }

    private void end() {
        ended = true;
        frame.staging().close();
        try {
            frame.staging().drop();
        } finally {
            lock.close();
        }
    }
}
