package org.preau.core.connect.visit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalException;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ServiceVisits.Visit;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.connector.SsoProtocol.LogoutAnswer;
import org.preau.core.connect.DeployedParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells services that sessions are over (3112A): several at a time, each with a time limit, again after a while when one does not answer. Has threads of its own because it waits for the network, which the
 * portal's jobs and events must not. What a node that dies had taken on is left to the others by the database.
 */
@Component(service = ServiceTelling.class)
public final class ServiceTelling {
    private static final Logger log = LoggerFactory.getLogger(ServiceTelling.class);
    private static final int AT_A_TIME = 16;
    private static final Duration LIMIT = Duration.ofSeconds(12);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(10));
    private static final String STEP = "logout";

    private final SqlVisits visits;
    private final ConnectorCatalogue catalogue;
    private final DeployedParts parts;
    private final Exchanges exchanges;
    private final Duration limit;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ExecutorService pump = Executors.newSingleThreadExecutor(work -> thread(work, "preau-signout"));
    private final ExecutorService calls =
            Executors.newFixedThreadPool(AT_A_TIME, work -> thread(work, "preau-signout-call"));

    /** Tells these. */
    @Activate
    public ServiceTelling(
            @Reference SqlVisits visits,
            @Reference ConnectorCatalogue catalogue,
            @Reference DeployedParts parts,
            @Reference Exchanges exchanges) {
        this(visits, catalogue, parts, exchanges, LIMIT);
    }

    ServiceTelling(
            SqlVisits visits, ConnectorCatalogue catalogue, DeployedParts parts, Exchanges exchanges, Duration limit) {
        this.visits = visits;
        this.catalogue = catalogue;
        this.parts = parts;
        this.exchanges = exchanges;
        this.limit = limit;
    }

    /** These sessions are over; returns at once. Called by every node for every session: one of them acts. */
    void sessionsEnded(List<UUID> sessions) {
        if (visits.end(sessions) > 0) {
            tellDue();
        }
    }

    /** Nobody may be signed in at this service any more; returns at once. Called by every node: one of them acts. */
    public void connectorSuspended(String connector) {
        if (visits.endAt(connector) > 0) {
            tellDue();
        }
    }

    /** Has what is due told; returns at once. */
    void tellDue() {
        if (wanted.compareAndSet(false, true)) {
            try {
                pump.execute(this::pump);
            } catch (RejectedExecutionException e) {
                log.debug("Services are told by the next node, or after the restart");
            }
        }
    }

    @Deactivate
    void close() {
        pump.shutdownNow();
        calls.shutdownNow();
    }

    private void pump() {
        wanted.set(false);
        try {
            List<VisitRow> due = visits.take(AT_A_TIME);
            while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
                tell(due);
                due = visits.take(AT_A_TIME);
            }
        } catch (PortalException e) {
            log.warn("Services are told of sign-outs a little later: {}", e.getMessage());
        }
    }

    private void tell(List<VisitRow> due) {
        List<Callable<LogoutAnswer>> tasks = new ArrayList<>();
        due.forEach(visit -> tasks.add(() -> answer(visit)));
        try {
            List<Future<LogoutAnswer>> answers = calls.invokeAll(tasks, limit.toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < due.size(); i++) {
                note(due.get(i), result(due.get(i), answers.get(i)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LogoutAnswer answer(VisitRow visit) {
        Optional<Connector> connector = catalogue.byId(visit.connector());
        Optional<SsoProtocol> protocol = connector.flatMap(there -> parts.protocol(there.protocol()));
        if (connector.isEmpty() || protocol.isEmpty()) {
            return LogoutAnswer.FAILED;
        }
        return protocol.get().logout(new Visit(visit.sessionId(), connector.get(), visit.handle()));
    }

    private static LogoutAnswer result(VisitRow visit, Future<LogoutAnswer> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException e) {
            return LogoutAnswer.FAILED;
        } catch (ExecutionException e) {
            log.warn("Telling {} of a sign-out failed", visit.connector(), e.getCause());
            return LogoutAnswer.FAILED;
        }
    }

    private void note(VisitRow visit, LogoutAnswer answer) {
        switch (answer) {
            case DONE -> {
                exchanges.done(visit.connector(), STEP);
                visits.settle(visit.id(), VisitRow.State.DONE);
            }
            case NOT_OFFERED -> visits.settle(visit.id(), VisitRow.State.NOT_OFFERED);
            case FAILED -> failed(visit);
        }
    }

    private void failed(VisitRow visit) {
        boolean last = visit.failures() >= PAUSES.size();
        exchanges.refused(
                visit.connector(),
                STEP,
                "the service did not confirm that a session is over; " + (last ? "given up" : "told again later"));
        if (last) {
            visits.settle(visit.id(), VisitRow.State.FAILED);
        } else {
            visits.again(visit.id(), PAUSES.get(visit.failures()));
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
