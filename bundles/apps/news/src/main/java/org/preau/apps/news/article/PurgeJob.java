package org.preau.apps.news.article;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;
import org.preau.api.persistence.Tx;

/** Removes for good what was deleted 30 days ago. */
@Component
public final class PurgeJob implements Job {
    /** How long a deleted article can be brought back. */
    static final Duration KEPT = Duration.ofDays(30);

    private final Tx tx;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public PurgeJob(@Reference(target = NewsUnit.TARGET) Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "news.purge";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public void run(String instance) {
        tx.writeSql(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from news.article where deleted_at < ?")) {
                delete.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)));
                return delete.executeUpdate();
            }
        });
    }
}
