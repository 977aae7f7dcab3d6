package org.preau.core.directory.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.job.Job;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Forgets what loads replaced once they are old: they cannot be undone any more (74I). */
@Component(configurationPid = "org.preau.core.directory.load")
@Designate(ocd = LoadConfig.class)
public final class ForgetImagesJob implements Job {
    private static final String FORGET =
            """
            with old as (update directory.load set kept = null
                          where kept is not null and ended_at < ? returning id)
            delete from directory.load_before b using old where b.load_id = old.id
            """;

    private final Tx tx;
    private final Clock clock;
    private final Duration kept;

    /** For the service registry. */
    @Activate
    public ForgetImagesJob(
            @Reference(target = "(preau.unit=directory)") Tx tx, @Reference Clock clock, LoadConfig config) {
        this(tx, clock, Duration.ofDays(config.undo_days()));
    }

    /** Keeps images for that long. */
    public ForgetImagesJob(Tx tx, Clock clock, Duration kept) {
        if (kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException("undo.days: 1 or more");
        }
        this.tx = tx;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "directory.forget-images";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public void run(String instance) {
        Instant before = clock.instant().minus(kept);
        tx.writeSql(connection -> Rows.update(connection, FORGET, before));
    }
}
