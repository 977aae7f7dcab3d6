package org.preau.core.directory.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Events;
import org.preau.api.base.Subject;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.lifecycle.DeparturesAhead;
import org.preau.api.directory.request.AccountsExpiring;
import org.preau.api.job.Job;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.DirectoryGeneration;
import org.preau.core.directory.account.SchoolYear;

/** What time does to accounts: those who came back are opened, ends are reached, leavers archived, the archive erased, administrators told ahead. Safe to repeat. */
@Component
public final class LifecycleJob implements Job {
    private static final int BATCH = 200;
    private static final int[] DAYS_BEFORE = {7, 30};
    private static final String EXPIRING =
            """
            update directory.account a set expiry_told = ?
             where a.expires_on between ? and ? and a.state in ('INACTIVE', 'ACTIVE') and coalesce(a.expiry_told, 999) > ?
            returning a.id
            """;
    private static final String FORGET_REQUESTS =
            "delete from directory.account_request where decided_at < ? and not exists (select 1 from directory.account a where a.id = account_id)";

    private final Tx tx;
    private final Erasures erasures;
    private final ConfiguredRetention retention;
    private final Audit audit;
    private final Events events;
    private final DirectoryGeneration generation;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public LifecycleJob(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Erasures erasures,
            @Reference ConfiguredRetention retention,
            @Reference Audit audit,
            @Reference Events events,
            @Reference DirectoryGeneration generation,
            @Reference Clock clock) {
        this.tx = tx;
        this.erasures = erasures;
        this.retention = retention;
        this.audit = audit;
        this.events = events;
        this.generation = generation;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "directory.lifecycle";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(6));
    }

    @Override
    public void run(String instance) {
        Instant now = clock.instant();
        StateMoves moves = new StateMoves(retention);
        tx.writeSql(connection -> {
            List<AccountStateChanged> changed = new ArrayList<>(StateMoves.back(connection));
            changed.addAll(StateMoves.expire(connection, now, SchoolYear.day(now)));
            changed.addAll(moves.archive(connection, now));
            tell(changed);
            announce(connection, moves, now);
            Rows.update(connection, FORGET_REQUESTS, now.minus(Duration.ofDays(retention.requestDays())));
            return true;
        });
        boolean more = true;
        while (more) {
            more = eraseSome(moves, now);
        }
    }

    private boolean eraseSome(StateMoves moves, Instant now) {
        return tx.writeSql(connection -> {
            List<UUID> people = moves.over(connection, now, BATCH);
            if (!people.isEmpty()) {
                erasures.erase(connection, Subject.SYSTEM, people, "retention", "archive.days");
                events.publish(new DirectoryChanged("erasure"));
                tx.afterCommit(generation::next);
            }
            return people.size() == BATCH;
        });
    }

    private void tell(List<AccountStateChanged> changed) {
        for (AccountStateChanged each : changed) {
            events.publish(each);
            audit.record(
                    Subject.SYSTEM,
                    "account.state",
                    "account:" + each.accountId(),
                    Map.of("after", each.state().name(), "rule", "directory.lifecycle"));
        }
    }

    private void announce(Connection connection, StateMoves moves, Instant now) throws SQLException {
        LocalDate today = SchoolYear.day(now);
        for (int days : DAYS_BEFORE) {
            List<UUID> ending = Rows.list(
                    connection, EXPIRING, row -> Rows.uuid(row, "id"), days, today, today.plusDays(days), days);
            if (!ending.isEmpty()) {
                events.publish(new AccountsExpiring(ending, days));
            }
        }
        int first = Rows.update(
                connection,
                "insert into directory.notice (kind, day) values ('departures', ?) on conflict do nothing",
                today);
        if (first > 0) {
            int notice = retention.noticeDays();
            Departures.Soon soon = Departures.soon(connection, moves, now.plus(Duration.ofDays(notice)));
            if (soon.archived() + soon.erased() > 0) {
                events.publish(new DeparturesAhead(soon.archived(), soon.erased(), notice));
            }
        }
    }
}
