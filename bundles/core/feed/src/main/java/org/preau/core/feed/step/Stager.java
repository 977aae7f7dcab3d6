package org.preau.core.feed.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PortalException;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.DirectoryLoads;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedState;
import org.preau.api.persistence.Tx;
import org.preau.core.feed.FeedSettings;
import org.preau.core.feed.archive.ArchiveStore;
import org.preau.core.feed.archive.KnownFeeds;
import org.preau.core.feed.run.Findings;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.StoredRun;
import org.preau.core.feed.run.Trace;

/** Brings an archive, or the undo of one, into the directory's staging. Safe on any thread. */
@Component(service = Stager.class)
public final class Stager {
    /** What is found of an archive that is dated too far in the future: somebody has to look at it. */
    static final String EARLY = "future-archive";

    private final Tx tx;
    private final FeedSettings settings;
    private final KnownFeeds feeds;
    private final DirectoryLoads loads;
    private final ArchiveStore store;
    private final RunStore runs;
    private final Trace trace;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public Stager(
            @Reference(target = "(preau.unit=feed)") Tx tx,
            @Reference FeedSettings settings,
            @Reference KnownFeeds feeds,
            @Reference DirectoryLoads loads,
            @Reference ArchiveStore store,
            @Reference RunStore runs,
            @Reference Trace trace,
            @Reference Clock clock) {
        this.tx = tx;
        this.settings = settings;
        this.feeds = feeds;
        this.loads = loads;
        this.store = store;
        this.runs = runs;
        this.trace = trace;
        this.clock = clock;
    }

    /** How far that run's step is. */
    Progress progress(StoredRun run, FeedState state) {
        return new Progress(tx, runs, trace, clock, run, state);
    }

    /**
     * Reads the run's archive.
     *
     * @param here where it is, when it is not in the store
     */
    Staged stage(StoredRun run, @Nullable Path here, Progress progress) {
        Feed feed = feeds.named(run.run().system())
                .orElseThrow(() -> new PortalException(
                        ErrorCode.UNAVAILABLE, "no bundle reads " + run.run().system() + " now", null));
        return run.undoOf()
                .map(undone -> undo(undone, feed))
                .orElseGet(() -> read(run, feed, path(run, here), progress));
    }

    private Staged undo(UUID undone, Feed feed) {
        Findings findings = new Findings();
        Optional<UUID> load = runs.firstLoad(undone);
        if (load.isEmpty()) {
            if (runs.get(undone).run().state() != FeedState.APPLIED) {
                findings.add(Severity.ERROR, "cannot-undo");
            }
            return new Staged(Map.of(), findings, Optional.empty());
        }
        try {
            return new Staged(Map.of(), findings, Optional.of(loads.openUndo(load.get(), feed.form())));
        } catch (PortalException e) {
            if (e.code() != ErrorCode.NOT_FOUND && e.code() != ErrorCode.CONFLICT) {
                throw e;
            }
            findings.add(
                    Severity.ERROR,
                    "cannot-undo",
                    new LocalizedText(e.userMessage(Locale.FRENCH), e.userMessage(Locale.ENGLISH)));
            return new Staged(Map.of(), findings, Optional.empty());
        }
    }

    private Staged read(StoredRun run, Feed feed, Path archive, Progress progress) {
        Findings findings = new Findings();
        StagingSink sink = new StagingSink(findings, progress, (academy, complete, date) -> {
            runs.begun(run.id(), academy, complete, date);
            checkAge(date, findings);
            return loads.open(
                    new LoadSource(
                            feed.name(), academy, complete, date, run.run().sha256(), feed.deltas()),
                    feed.form());
        });
        try {
            Map<String, Integer> counts = feed.read(archive, run.options(), sink);
            if (sink.load().isEmpty() && !findings.rejected()) {
                findings.add(Severity.ERROR, "nothing-read");
            }
            return new Staged(counts, findings, sink.load());
        } catch (RuntimeException e) {
            sink.load().ifPresent(DirectoryLoad::close);
            throw e;
        }
    }

    private void checkAge(LocalDate date, Findings findings) {
        long days = ChronoUnit.DAYS.between(date, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (days > settings.values().limit_days()) {
            findings.add(
                    Severity.WARNING,
                    "old-archive",
                    date,
                    days,
                    settings.values().limit_days());
        }
        if (-days > settings.values().hold_days_ahead()) {
            findings.add(Severity.WARNING, EARLY, date, -days, settings.values().hold_days_ahead());
        }
    }

    private Path path(StoredRun run, @Nullable Path here) {
        if (here != null) {
            return here;
        }
        Path kept = run.archive()
                .map(store::resolve)
                .orElseThrow(() -> new IllegalStateException("the archive was not kept: check it again"));
        if (!Files.exists(kept)) {
            throw new IllegalStateException(
                    "the archive is not in the store of this node; on several nodes the store must be shared");
        }
        return kept;
    }
}
