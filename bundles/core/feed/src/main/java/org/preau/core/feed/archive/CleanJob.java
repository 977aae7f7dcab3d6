package org.preau.core.feed.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;
import org.preau.core.feed.FeedSettings;
import org.preau.core.feed.run.RunStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes, four times a day, what is kept too long: archives, samples and findings hold personal data. Figures and verdicts stay. */
@Component
public final class CleanJob implements Job {
    private static final Logger log = LoggerFactory.getLogger(CleanJob.class);
    /** A folder without a run is what a crash left between copying and writing the run. */
    private static final Duration ORPHAN = Duration.ofDays(1);

    private final FeedSettings settings;
    private final ArchiveStore store;
    private final RunStore runs;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public CleanJob(
            @Reference FeedSettings settings,
            @Reference ArchiveStore store,
            @Reference RunStore runs,
            @Reference Clock clock) {
        this.settings = settings;
        this.store = store;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "feed.clean";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(6));
    }

    @Override
    public void run(String instance) {
        Instant now = clock.instant();
        int forgotten = runs.forget(now.minus(settings.kept())).size();
        List<UUID> old = store.olderThan(now.minus(ORPHAN));
        Set<UUID> kept = runs.kept(old);
        int deleted = 0;
        for (UUID id : old) {
            if (!kept.contains(id)) {
                store.delete(id);
                deleted++;
            }
        }
        if (forgotten + deleted > 0) {
            log.info("{} archives were kept long enough, {} folders deleted", forgotten, deleted);
        }
    }
}
