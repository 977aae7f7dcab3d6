package org.preau.core.feed.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Ids;
import org.preau.api.base.Subject;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedState;
import org.preau.api.job.Jobs;
import org.preau.api.persistence.Tx;
import org.preau.core.feed.run.NewRun;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.Trace;

/** Takes archives in. Safe on any thread. */
@Component(service = Reception.class)
public final class Reception {
    /** Name of the job that takes a run on; its instance is the run's id. */
    public static final String STEP = "feed.step";

    private final Tx tx;
    private final ArchiveStore store;
    private final RunStore runs;
    private final Trace trace;
    private final Jobs jobs;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public Reception(
            @Reference(target = "(preau.unit=feed)") Tx tx,
            @Reference ArchiveStore store,
            @Reference RunStore runs,
            @Reference Trace trace,
            @Reference Jobs jobs,
            @Reference Clock clock) {
        this.tx = tx;
        this.store = store;
        this.runs = runs;
        this.trace = trace;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Takes an archive and has it looked at soon. */
    public UUID later(Subject by, String system, Path file, FeedOptions options, Doing doing) {
        return take(by, system, file, options, doing, true);
    }

    /** Takes an archive that the caller will take on himself, now; one that is only checked is not copied. */
    public UUID now(Subject by, String system, Path file, FeedOptions options, Doing doing) {
        return take(by, system, file, options, doing, false);
    }

    private UUID take(Subject by, String system, Path file, FeedOptions options, Doing doing, boolean later) {
        UUID id = Ids.next();
        boolean kept = doing != Doing.CHECK_ONLY;
        Stored stored = kept ? store.keep(id, file) : store.measure(file);
        NewRun run = NewRun.archive(
                id,
                system,
                stored.name(),
                kept ? Optional.of(stored.path()) : Optional.empty(),
                stored.sha256(),
                stored.bytes(),
                clock.instant(),
                by.accountId(),
                options,
                doing);
        try {
            tx.writeSql(connection -> {
                runs.add(run);
                trace.act(by, "feed.receive", runs.get(id), Map.of("file", stored.name(), "doing", doing.name()));
                trace.changed(id, FeedState.RECEIVED);
                if (later) {
                    jobs.schedule(STEP, id.toString(), clock.instant());
                }
                return id;
            });
        } catch (RuntimeException e) {
            store.delete(id);
            throw e;
        }
        return id;
    }
}
