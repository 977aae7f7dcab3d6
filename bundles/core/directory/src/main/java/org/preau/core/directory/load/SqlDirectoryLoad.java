package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One load on its staging tables. Used by one thread. */
final class SqlDirectoryLoad implements DirectoryLoad {
    private static final Logger log = LoggerFactory.getLogger(SqlDirectoryLoad.class);
    /** Key of the advisory lock that lets one load apply at a time, on all nodes. */
    private static final long APPLY_LOCK = 0x5072_6561_7544_6972L;

    private static final int WORTH_ANALYZING = 1_000;
    private static final List<String> GROWN = List.of(
            "structure",
            "person",
            "person_source",
            "affiliation",
            "class_member",
            "guardianship",
            "account",
            "login_used");
    private static final String END =
            "update directory.load set state = ?, ended_at = ?, created = ?, changed = ?, unchanged = ?, departures = ? where id = ?";

    private final Tx tx;
    private final UUID id;
    private final LoadSource source;
    private final Staging staging;
    private final LoadTrace trace;
    private final Clock clock;
    private final RecordRows rows;
    private @Nullable List<LoadFinding> findings;
    private boolean ended;

    SqlDirectoryLoad(Tx tx, UUID id, LoadSource source, Staging staging, LoadTrace trace, Clock clock) {
        this.tx = tx;
        this.id = id;
        this.source = source;
        this.staging = staging;
        this.trace = trace;
        this.clock = clock;
        this.rows = new RecordRows(staging);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced) {
        throw new UnsupportedOperationException("partial loads are not taken yet");
    }

    @Override
    public void remove(RecordKind kind, String key, String file) {
        throw new UnsupportedOperationException("partial loads are not taken yet");
    }

    @Override
    public Page<SchoolDifference> bySchool(PageRequest page) {
        return new Page<>(List.of(), 0);
    }

    @Override
    public List<ChangeSample> samples(String schoolCode, RecordKind kind, ChangeSample.Change change, int most) {
        return List.of();
    }

    @Override
    public void add(FeedRecord record) {
        if (ended || findings != null) {
            throw new IllegalStateException("records are added before the load is checked");
        }
        rows.add(record);
        staging.flushIfFull();
    }

    @Override
    public List<LoadFinding> check() {
        List<LoadFinding> known = findings;
        if (known == null) {
            staging.complete();
            known = tx.writeSql(connection -> new LoadChecks(staging, source).run(connection));
            findings = known;
        }
        return known;
    }

    @Override
    public LoadDifference difference() {
        check();
        return tx.writeSql(connection -> new Matching(staging, source).match(connection));
    }

    @Override
    public LoadDifference apply(Leavers leavers) {
        if (ended) {
            throw new IllegalStateException("the load has ended");
        }
        if (check().stream().anyMatch(finding -> finding.severity() == LoadFinding.Severity.ERROR)) {
            throw new IllegalStateException("a load with errors is not applied");
        }
        Instant begin = clock.instant();
        LoadDifference done = tx.writeSql(this::apply);
        log.info(
                "load of {} from {} applied in {} ms: {}",
                source.feed(),
                source.academy(),
                clock.millis() - begin.toEpochMilli(),
                done);
        dropStaging();
        return done;
    }

    @Override
    public void close() {
        if (!ended) {
            try {
                tx.writeSql(connection -> end(connection, "ABANDONED", new LoadDifference(Map.of())));
                dropStaging();
            } catch (RuntimeException e) {
                log.warn("staging of load {} is left for the next load to remove: {}", id, e.getMessage());
            }
        }
    }

    private LoadDifference apply(Connection connection) throws SQLException {
        Sql.list(connection, "select pg_advisory_xact_lock(?)", row -> 0, APPLY_LOCK);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LoadDifference done = new Matching(staging, source).match(connection);
        boolean many = done.created() + done.changed() + done.departures() > WORTH_ANALYZING;
        new StructureMerge(staging, source).apply(connection, now);
        new PeopleMerge(staging, source).apply(connection, now, done.departures() > 0);
        if (many) {
            Sql.run(connection, "analyze directory.person_source (feed, academy, kind, key, person_id, gone_at, ine)");
        }
        List<AccountMerge.Turned> turned = new AccountMerge(staging, source).apply(connection, now);
        new ClassMerge(staging, source).apply(connection, now);
        new BelongingMerge(staging, source).apply(connection);
        if (many) {
            for (String table : GROWN) {
                Sql.run(connection, "analyze directory." + table);
            }
        }
        end(connection, "APPLIED", done);
        trace.applied(source, done, turned);
        return done;
    }

    private int end(Connection connection, String state, LoadDifference done) throws SQLException {
        return Sql.update(
                connection,
                END,
                state,
                clock.instant(),
                done.created(),
                done.changed(),
                done.unchanged(),
                done.departures(),
                id);
    }

    private void dropStaging() {
        ended = true;
        staging.drop();
    }
}
