package org.preau.core.feed.step;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedState;
import org.preau.api.persistence.Tx;
import org.preau.core.feed.FeedSettings;
import org.preau.core.feed.report.MailQueue;
import org.preau.core.feed.run.Findings;
import org.preau.core.feed.run.Review;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.StoredRun;
import org.preau.core.feed.run.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a run as far as it goes: RECEIVED → CHECKING → CHECKED, HELD, REJECTED or, when it may be applied, APPLYING → APPLIED. Whatever a crash leaves begins again: nothing of the directory changes
 * before the one transaction that applies the load and writes APPLIED (44B). The caller holds the run's lock.
 */
@Component(service = Pipeline.class)
public final class Pipeline {
    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);
    private static final Set<FeedState> WORKING = EnumSet.of(FeedState.CHECKING, FeedState.APPLYING);
    /** What {@link DirectoryLoad#check} says of a delta that was applied before: its load is abandoned, there is nothing to undo. */
    private static final String SAME = "already-applied";

    private static final int READ = 65;
    private static final int CHECKED = 75;

    private final Tx tx;
    private final FeedSettings settings;
    private final Stager stager;
    private final RunStore runs;
    private final Trace trace;
    private final MailQueue mails;

    /** Takes its services. */
    @Activate
    public Pipeline(
            @Reference(target = "(preau.unit=feed)") Tx tx,
            @Reference FeedSettings settings,
            @Reference Stager stager,
            @Reference RunStore runs,
            @Reference Trace trace,
            @Reference MailQueue mails) {
        this.tx = tx;
        this.settings = settings;
        this.stager = stager;
        this.runs = runs;
        this.trace = trace;
        this.mails = mails;
    }

    /**
     * Takes the run on; does nothing for one at rest.
     *
     * @param here where the archive is, when it is not in the store
     */
    void run(UUID id, RunLocks.Held lock, @Nullable Path here) {
        StoredRun run = runs.get(id);
        FeedState state = run.run().state();
        if (state == FeedState.RECEIVED) {
            tx.writeSql(connection -> {
                runs.move(id, EnumSet.of(FeedState.RECEIVED), FeedState.CHECKING);
                trace.changed(id, FeedState.CHECKING);
                return id;
            });
            state = FeedState.CHECKING;
        }
        if (!WORKING.contains(state)) {
            return;
        }
        try {
            step(run, state, lock, here);
        } catch (RuntimeException e) {
            if (Faults.passing(e)) {
                throw e;
            }
            stillHeld(lock, e);
            log.error("Run {} of {} failed", id, run.run().system(), e);
            failed(run, e);
        }
    }

    /** Whose lock is lost has been followed by another, who has removed his staging: what he met then is no fault of the archive, and the run is not his to end. */
    private static void stillHeld(RunLocks.Held lock, RuntimeException met) {
        try {
            lock.check();
        } catch (RuntimeException lost) {
            lost.addSuppressed(met);
            throw lost;
        }
    }

    private void step(StoredRun run, FeedState state, RunLocks.Held lock, @Nullable Path here) {
        Progress progress = stager.progress(run, state);
        try (Staged staged = stager.stage(run, here, progress)) {
            progress.to(READ);
            Findings findings = staged.findings();
            if (!findings.rejected()) {
                staged.load().ifPresent(load -> load.check().forEach(findings::add));
            }
            lock.check();
            progress.to(CHECKED);
            Optional<DirectoryLoad> load = staged.load();
            if (!findings.rejected() && load.isEmpty() && run.undoOf().isPresent()) {
                Review nothing = Review.without(FeedOutcome.ACCEPT, staged.counts(), findings);
                runs.reviewed(run.id(), nothing, FeedState.APPLYING);
                apply(run, () -> new LoadDifference(Map.of()), null, lock);
            } else if (findings.rejected() || load.isEmpty()) {
                rest(run, Review.without(FeedOutcome.REJECT, staged.counts(), findings), FeedState.REJECTED);
            } else {
                judge(run, state, staged, load.get(), lock);
            }
        }
    }

    private void judge(StoredRun run, FeedState state, Staged staged, DirectoryLoad load, RunLocks.Held lock) {
        Comparison comparison = Comparison.of(load);
        Thresholds thresholds = Thresholds.of(settings.values());
        Verdict verdict =
                Verdict.of(thresholds.excess(comparison.difference(), comparison.schools()), run.acceptance());
        verdict.tell(staged.findings());
        boolean early = staged.findings().has(Stager.EARLY) && run.acceptance().isEmpty();
        boolean hold = verdict.hold() || early;
        FeedOutcome outcome =
                hold ? FeedOutcome.HOLD : staged.findings().warnings() > 0 ? FeedOutcome.WARN : FeedOutcome.ACCEPT;
        Review review = new Review(
                outcome,
                staged.counts(),
                staged.findings(),
                comparison.difference(),
                comparison.changed(),
                comparison.samples(load, settings.values().samples_schools()),
                verdict.held());
        boolean apply = !run.checkOnly() && (run.autoApply() || state == FeedState.APPLYING);
        lock.check();
        if (hold && !run.checkOnly()) {
            rest(run, review, FeedState.HELD);
        } else if (!apply) {
            rest(run, review, FeedState.CHECKED);
        } else {
            tx.writeSql(connection -> {
                runs.reviewed(run.id(), review, FeedState.APPLYING);
                trace.changed(run.id(), FeedState.APPLYING);
                return run.id();
            });
            apply(run, () -> load.apply(verdict.leavers()), staged.findings().has(SAME) ? null : load.id(), lock);
        }
    }

    /** The load and the run's own row in one transaction: both are there after a crash, or neither. The undo of what changed nothing has no load. */
    private void apply(StoredRun run, Supplier<LoadDifference> change, @Nullable UUID loadId, RunLocks.Held lock) {
        UUID id = run.id();
        LoadDifference done = tx.writeSql(connection -> {
            lock.check();
            LoadDifference applied = change.get();
            runs.applied(id, loadId, applied);
            run.undoOf().ifPresent(undone -> runs.undone(id, undone)
                    .forEach(gone -> trace.changed(gone, FeedState.RESTORED)));
            lock.check();
            trace.act(Subject.SYSTEM, "feed.applied", runs.get(id), Map.of());
            trace.changed(id, FeedState.APPLIED);
            mails.announce(id, FeedState.APPLIED);
            return applied;
        });
        log.info("Run {} of {} is applied: {}", id, run.run().system(), done);
    }

    private void rest(StoredRun run, Review review, FeedState state) {
        UUID id = run.id();
        tx.writeSql(connection -> {
            runs.reviewed(id, review, state);
            trace.act(Subject.SYSTEM, "feed.checked", runs.get(id), Map.of());
            trace.changed(id, state);
            if (!run.checkOnly()) {
                mails.announce(id, state);
            }
            return id;
        });
        log.info("Run {} of {} is {}", id, run.run().system(), state);
    }

    private void failed(StoredRun run, RuntimeException cause) {
        Findings findings = new Findings();
        findings.add(
                Severity.ERROR,
                "portal-fault",
                run.id().toString(),
                cause.getClass().getSimpleName() + ": " + cause.getMessage());
        rest(run, Review.without(null, run.run().counts(), findings), FeedState.FAILED);
    }
}
