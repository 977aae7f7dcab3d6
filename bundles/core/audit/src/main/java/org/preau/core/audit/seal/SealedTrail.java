package org.preau.core.audit.seal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.AuditHead;
import org.preau.api.audit.AuditSeals;
import org.preau.api.audit.AuditVerdict;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;
import org.preau.api.supervision.HealthCheck;
import org.preau.core.audit.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chain of this node, continued every few seconds by a thread of its own: jobs run on one node, every node seals its own entries. */
@Component(
        service = {AuditSeals.class, HealthCheck.class},
        immediate = true,
        configurationPid = "org.preau.core.audit")
public final class SealedTrail implements AuditSeals, HealthCheck {
    private static final Logger log = LoggerFactory.getLogger(SealedTrail.class);

    private final Tx tx;
    private final Keys keys;
    private final Sealer sealer;
    private final HeadFile file;
    private volatile Health health = Health.UP;
    private @Nullable ScheduledExecutorService rhythm;

    /** Seals from now on, every {@code seal.seconds}. */
    @Activate
    public SealedTrail(
            BundleContext context,
            AuditConfig config,
            @Reference(target = "(preau.unit=audit)") Tx tx,
            @Reference Keys keys,
            @Reference Clock clock) {
        this(tx, keys, clock, NodeId.of(context), NodeId.folder(context));
        int seconds = config.seal_seconds();
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread named = new Thread(task, "preau-audit-seal");
            named.setDaemon(true);
            return named;
        });
        Future<?> unused = thread.scheduleWithFixedDelay(this::sealQuietly, seconds, seconds, TimeUnit.SECONDS);
        rhythm = thread;
    }

    /** The chain of a node, sealed on demand only. */
    public SealedTrail(Tx tx, Keys keys, Clock clock, UUID node, Path data) {
        this.tx = tx;
        this.keys = keys;
        this.sealer = new Sealer(tx, keys, clock, node);
        this.file = new HeadFile(data);
    }

    /** Lets the thread end. */
    @Deactivate
    void stop() {
        if (rhythm != null) {
            rhythm.shutdownNow();
        }
    }

    @Override
    public synchronized int seal() {
        int sealed = 0;
        Optional<Seal> seal = sealer.next();
        while (seal.isPresent()) {
            file.follow(seal.get());
            sealed += seal.get().count();
            seal = seal.get().count() < Sealer.LARGEST ? Optional.empty() : sealer.next();
        }
        return sealed;
    }

    @Override
    public List<AuditHead> heads() {
        return tx.readSql(connection ->
                new SealTable(connection).lasts().stream().map(Seal::head).toList());
    }

    @Override
    public AuditVerdict verify(List<AuditHead> known) {
        List<AuditHead> all = new ArrayList<>(known);
        all.addAll(file.known());
        return tx.readSql(connection -> new TrailCheck(connection, keys, all).run());
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public boolean vital() {
        return false;
    }

    private void sealQuietly() {
        try {
            seal();
            health = Health.UP;
        } catch (RuntimeException e) {
            if (health.up()) {
                log.warn("The audit trail cannot be sealed now; its entries wait", e);
            }
            health = Health.down("entries wait for their seal: " + e.getMessage());
        }
    }
}
