package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.persistence.Rows;

/** Applies a load inside one transaction: all of it or nothing. */
final class Application {
    /** Key of the advisory lock that lets one load apply at a time, on all nodes. */
    static final long APPLY_LOCK = 0x5072_6561_7544_6972L;

    private static final int WORTH_ANALYZING = 1_000;
    private static final int TENTH = 10;
    private static final List<String> GROWN = List.of(
            "structure",
            "person (id, sort_name, search, last_name, first_name, birth_date, email, nursery)",
            "affiliation",
            "school_class",
            "class_member",
            "guardianship",
            "account",
            "login_used");
    private static final List<String> STAY = List.of(
            """
            update {leaver} l set stays = true
              from directory.structure d
             where l.kind = 'SCHOOL' and d.id = l.person_id and upper(d.code) <> all (?)
            """,
            """
            update {leaver} l set stays = true
             where l.kind in ('PUPIL', 'STAFF') and not l.elsewhere
               and coalesce((select bool_or(upper(d.code) <> all (?))
                               from directory.affiliation a join directory.structure d on d.id = a.structure_id
                              where a.person_id = l.person_id and a.source = {mark}), true)
            """,
            """
            update {leaver} l set stays = true
             where l.kind = 'GUARDIAN' and not l.elsewhere
               and coalesce((select bool_or(upper(d.code) <> all (?))
                               from directory.guardianship g
                               join directory.affiliation a on a.person_id = g.pupil_id and a.source = {mark}
                               join directory.structure d on d.id = a.structure_id
                              where g.guardian_id = l.person_id), true)
            """);

    private final LoadFrame frame;
    private final LoadLock lock;
    private final Matching matching;
    private final LoadTrace trace;

    Application(LoadFrame frame, LoadLock lock, Matching matching, LoadTrace trace) {
        this.frame = frame;
        this.lock = lock;
        this.matching = matching;
        this.trace = trace;
    }

    LoadDifference run(Connection connection, Leavers leavers, Clock clock) throws SQLException {
        Rows.list(connection, "select pg_advisory_xact_lock(?)", row -> 0, APPLY_LOCK);
        // the index of names is filled in few large steps, not in many small ones
        Rows.run(connection, "set local gin_pending_list_limit = '32MB'");
        lock.check();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        frame.at(connection, now);
        matching.match(connection);
        boolean fresh = matching.fresh();
        if (leavers instanceof Leavers.OfSchools some) {
            // rows of a few schools are looked up, whatever the load as a whole does
            Rows.run(connection, "set local enable_nestloop = on");
            List<String> codes = some.codes().stream()
                    .map(code -> code.toUpperCase(Locale.ROOT))
                    .toList();
            for (String statement : STAY) {
                frame.update(connection, statement, codes);
            }
            Rows.run(connection, "set local enable_nestloop = " + (frame.partial() ? "on" : "off"));
        }
        LoadDifference done = matching.difference(connection);
        boolean many = worthAnalyzing(connection, done);
        if (!fresh) {
            Images.keep(frame, connection);
        }
        Undoing.mark(frame, connection);
        List<AccountMerge.Turned> turned = merge(connection, fresh, many, now);
        LoadEnd.applied(frame, connection, now, done, fresh);
        trace.applied(frame, done, turned);
        return done;
    }

    private List<AccountMerge.Turned> merge(Connection connection, boolean fresh, boolean many, Instant now)
            throws SQLException {
        new StructureMerge(frame).apply(connection);
        if (fresh) {
            PeopleMerge.applyFresh(frame, connection);
        } else {
            PeopleMerge.apply(frame, connection);
        }
        if (many) {
            Rows.run(connection, "analyze directory.person_source (feed, academy, kind, key, person_id, gone_at, ine)");
        }
        List<AccountMerge.Turned> turned = AccountMerge.apply(frame, connection, fresh, now);
        ClassMerge.make(frame, connection);
        BelongingMerge belonging = new BelongingMerge(frame);
        if (fresh) {
            belonging.applyFresh(connection);
            TrustedInserts.check(frame, connection);
        } else {
            belonging.apply(connection);
            ClassMerge.end(frame, connection);
        }
        Waiting.keep(frame, connection);
        Rows.run(connection, "select gin_clean_pending_list('directory.person_search')");
        if (many) {
            for (String table : GROWN) {
                Rows.run(connection, "analyze directory." + table);
            }
        }
        return turned;
    }

    /** Whether the load changes the tables so much that the planner has to look again: a small delta never has a million rows read. */
    private static boolean worthAnalyzing(Connection connection, LoadDifference done) throws SQLException {
        int touched = done.created() + done.changed() + done.departures();
        int there = (int) Rows.count(
                connection,
                "select greatest(reltuples, 0)::integer from pg_class where oid = 'directory.person'::regclass");
        return touched > WORTH_ANALYZING && touched > there / TENTH;
    }
}
