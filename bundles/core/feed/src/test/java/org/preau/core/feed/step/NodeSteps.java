package org.preau.core.feed.step;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.DirectoryLoads;
import org.preau.api.job.Jobs;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.Tx;
import org.preau.core.feed.FeedSettings;
import org.preau.core.feed.archive.ArchiveStore;
import org.preau.core.feed.archive.KnownFeeds;
import org.preau.core.feed.report.MailQueue;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.Trace;

/** The steps of one node, wired by hand. */
public final class NodeSteps {
    public final Workers workers;
    public final RunLocks locks;
    private final StepJob job;
    private final RecoverJob recover;

    public NodeSteps(
            Tx tx,
            FeedSettings settings,
            KnownFeeds feeds,
            DirectoryLoads loads,
            ArchiveStore store,
            RunStore runs,
            Trace trace,
            MailQueue mails,
            Jobs jobs,
            Clock clock,
            Database database) {
        locks = new RunLocks(database);
        Stager stager = new Stager(tx, settings, feeds, loads, store, runs, trace, clock);
        workers = new Workers(new Pipeline(tx, settings, stager, runs, trace, mails), locks, runs);
        job = new StepJob(workers, runs, jobs, clock);
        recover = new RecoverJob(workers, runs, jobs, clock);
    }

    /** Runs the job of that run. */
    public void work(UUID id) {
        job.run(id.toString());
    }

    /** Takes it on at once, as a command does. */
    public void now(UUID id, @Nullable Path here) {
        workers.now(id, here);
    }

    /** Looks for what a dead node left. */
    public void recover() {
        recover.run("");
    }

    /** Holds a run as another node would. */
    public AutoCloseable hold(UUID id) {
        return locks.take(id, "other", true);
    }
}
