package org.preau.core.audit.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditSeals;
import org.preau.api.base.Subject;
import org.preau.api.job.Job;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a day: writes the heads of the chains into the log, and removes entries whose time is over (74I). */
@Component(configurationPid = "org.preau.core.audit")
public final class AuditKeepJob implements Job {
    private static final Logger log = LoggerFactory.getLogger(AuditKeepJob.class);

    private final AuditSeals seals;
    private final Audit audit;
    private final Pruning pruning;
    private final Clock clock;
    private volatile int months;

    /** For the service registry. */
    @Activate
    public AuditKeepJob(
            AuditConfig config,
            @Reference(target = "(preau.unit=audit)") Tx tx,
            @Reference Keys keys,
            @Reference Clock clock,
            @Reference Audit audit,
            @Reference AuditSeals seals) {
        this(config.retention_months(), tx, keys, clock, audit, seals);
    }

    AuditKeepJob(int months, Tx tx, Keys keys, Clock clock, Audit audit, AuditSeals seals) {
        this.months = months;
        this.pruning = new Pruning(tx, keys, clock);
        this.clock = clock;
        this.audit = audit;
        this.seals = seals;
    }

    /** Takes changed settings. */
    @Modified
    void modified(AuditConfig config) {
        months = config.retention_months();
    }

    @Override
    public String name() {
        return "audit.keep";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public void run(String instance) {
        Instant end = clock.instant().atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
        long removed = pruning.before(end);
        if (removed > 0) {
            audit.record(
                    Subject.SYSTEM,
                    "audit.prune",
                    "audit:entry",
                    Map.of("entries", Long.toString(removed), "before", end.toString()));
        }
        seals.seal();
        seals.heads().forEach(head -> log.info("Head of the audit trail: {}", head.text()));
    }
}
