package org.preau.core.saml.metadata;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.persistence.Tx;
import org.preau.api.saml.SamlParties;
import org.preau.api.saml.SamlParty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches documents, two at a time, on threads of its own. */
@Component
public final class DefaultSamlParties implements SamlParties {
    private static final Logger log = LoggerFactory.getLogger(DefaultSamlParties.class);

    private final Set<WatchedSource> watched = ConcurrentHashMap.newKeySet();
    private final OutgoingCalls calls;
    private final SqlMetadata kept;
    private final Clock clock;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "saml-metadata");
        thread.setDaemon(true);
        return thread;
    });

    /** For the service registry. */
    @Activate
    public DefaultSamlParties(
            @Reference OutgoingCalls calls, @Reference(target = "(preau.unit=saml)") Tx tx, @Reference Clock clock) {
        this.calls = calls;
        this.kept = new SqlMetadata(tx, clock);
        this.clock = clock;
        var unused = threads.scheduleWithFixedDelay(this::refreshAll, 5, 5, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    @Override
    public Watched watch(Source source) {
        WatchedSource[] self = new WatchedSource[1];
        WatchedSource one = new WatchedSource(source, calls, kept, clock, () -> watched.remove(self[0]));
        self[0] = one;
        watched.add(one);
        threads.execute(() -> safely(one));
        return one;
    }

    @Override
    public SamlParty read(byte[] document, Source source) {
        return read(document, source, clock);
    }

    static SamlParty read(byte[] document, Source source, Clock clock) {
        return MetadataReader.read(document, source, WatchedSource.trusted(source), clock.instant());
    }

    /** Reads every document whose time has come; blocks on the network. */
    public void refreshAll() {
        watched.forEach(DefaultSamlParties::safely);
    }

    private static void safely(WatchedSource one) {
        try {
            one.refresh();
        } catch (RuntimeException e) {
            log.warn("SAML: metadata could not be refreshed", e);
        }
    }
}
