package org.preau.core.authorisation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantEnding;
import org.preau.api.base.Events;
import org.preau.api.base.Subject;
import org.preau.api.job.Job;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Tells of grants that run out soon, once for each end date. */
@Component(configurationPid = GrantNoticeJob.PID)
@Designate(ocd = NoticeConfig.class)
public final class GrantNoticeJob implements Job {
    static final String PID = "org.preau.core.authorisation";
    private static final String TAKE =
            """
            update authorisation.held set noticed = until
             where until between ? and ? and noticed is distinct from until
            returning id, account_id, role, structure_id, until
            """;

    private final Tx tx;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final int days;

    /** Takes its services; refuses a number of days that makes no sense. */
    @Activate
    public GrantNoticeJob(
            @Reference(target = "(preau.unit=authorisation)") Tx tx,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock,
            NoticeConfig config) {
        this.tx = tx;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.days = config.notice_days();
        if (days < 1 || days > 365) {
            throw new IllegalArgumentException("notice.days is " + days + ": want 1 to 365");
        }
    }

    @Override
    public String name() {
        return "grants.notice";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(6));
    }

    @Override
    public void run(String instance) {
        LocalDate today = LocalDate.now(clock);
        tx.writeSql(connection -> {
            List<Grant> ending = Rows.list(connection, TAKE, SqlGrants::grant, today, today.plusDays(days));
            ending.forEach(this::tell);
            return ending.size();
        });
    }

    private void tell(Grant grant) {
        LocalDate until = grant.until();
        if (until != null) {
            audit.record(Subject.SYSTEM, "grant.notice", "grant:" + grant.id(), Map.of("until", until.toString()));
            events.publish(new GrantEnding(
                    grant.id(),
                    grant.accountId(),
                    grant.structureId(),
                    until.plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
        }
    }
}
