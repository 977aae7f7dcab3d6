package org.preau.core.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;

/**
 * Makes the backups of the day at their times, and the one that was missed while the portal was down (74A). Looks every ten minutes: a failed backup is tried again by the
 * jobs' own retries.
 */
@Component
public final class BackupJob implements Job {
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final Backups backups;
    private final Clock clock;
    private final Instant since;

    /** For the service registry. */
    @Activate
    public BackupJob(@Reference Backups backups, @Reference Clock clock) {
        this.backups = backups;
        this.clock = clock;
        this.since = clock.instant();
    }

    @Override
    public String name() {
        return "backup.make";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(LOOK);
    }

    @Override
    public void run(String instance) {
        try {
            Instant last = backups.all().stream()
                    .findFirst()
                    .map(newest -> Instant.parse(newest.made()))
                    .orElse(since);
            if (due(backups.settings().times(), clock).filter(last::isBefore).isPresent()) {
                backups.make();
            } else {
                backups.retryOffsite();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The latest moment that is not in the future at which a backup was due. */
    static Optional<Instant> due(List<LocalTime> times, Clock clock) {
        ZonedDateTime now = ZonedDateTime.ofInstant(clock.instant(), clock.getZone());
        return times.stream()
                .map(time -> now.with(time).isAfter(now) ? now.minusDays(1).with(time) : now.with(time))
                .map(ZonedDateTime::toInstant)
                .max(Instant::compareTo);
    }
}
