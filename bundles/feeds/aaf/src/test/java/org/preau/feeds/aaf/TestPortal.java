package org.preau.feeds.aaf;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.Subject;
import org.preau.api.feed.FeedOptions;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.DirectoryGeneration;
import org.preau.core.directory.DirectoryUnit;
import org.preau.core.directory.SqlDirectory;
import org.preau.core.directory.SqlStructures;
import org.preau.core.directory.account.SqlAccounts;
import org.preau.core.directory.load.SqlDirectoryLoads;
import org.preau.core.persistence.testing.TestDatabase;

/** The directory on a fresh database, with the feed in front of it. */
final class TestPortal implements AutoCloseable {
    final List<PortalEvent> events = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    final Tx tx;
    final SqlDirectory directory;
    final SqlAccounts accounts;
    final SqlStructures structures;
    final AafFeed feed;
    final SqlDirectoryLoads loads;

    private final TestDatabase database;

    TestPortal(String academies) {
        this(academies, TestDatabase.create());
    }

    TestPortal(String academies, TestDatabase database) {
        this.database = database;
        tx = database.tx(new DirectoryUnit());
        Clock clock = Clock.systemUTC();
        DirectoryGeneration generation = new DirectoryGeneration();
        structures = new SqlStructures(tx, generation);
        directory = new SqlDirectory(tx, events::add, structures, generation, clock);
        accounts = new SqlAccounts(tx, new Trail(), events::add, generation, clock);
        feed = new AafFeed(academies, "1D,2D");
        loads = new SqlDirectoryLoads(tx, new Trail(), events::add, generation, clock);
    }

    /** Reads, checks and compares. */
    Verdict check(Path archive) {
        return new TestPipeline(feed, loads).run(archive, FeedOptions.NONE, false, false);
    }

    /** Applies it, too, unless it is rejected or held. */
    Verdict apply(Path archive) {
        return new TestPipeline(feed, loads).run(archive, FeedOptions.NONE, true, false);
    }

    /** Applies it whoever leaves. */
    Verdict applyAndLetGo(Path archive) {
        return new TestPipeline(feed, loads).run(archive, FeedOptions.NONE, true, true);
    }

    /** How many rows a query counts. */
    int count(String sql) {
        return tx.readSql(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private final class Trail implements Audit {
        @Override
        public void record(Subject subject, String action, String target, Map<String, String> details) {
            audited.add(action + " " + target);
        }

        @Override
        public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
            return new Page<>(List.of(), 0);
        }
    }
}
