package org.preau.core.connect;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.Events;
import org.preau.api.connector.ConnectorsChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells open home pages that something came or went. Nobody has a home page open while the database is away: the notice is dropped then. */
@Component(service = ChangeNotices.class)
public final class ChangeNotices {
    private static final Logger log = LoggerFactory.getLogger(ChangeNotices.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Events events;

    private final AtomicLong count = new AtomicLong();
    private volatile boolean closed;

    /** Publishes {@link ConnectorsChanged}; never throws, since it is called while services come and go. */
    public void publish(String cause) {
        count.incrementAndGet();
        Events there = events;
        if (there == null || closed) {
            return;
        }
        try {
            there.publish(new ConnectorsChanged(cause));
        } catch (RuntimeException e) {
            log.debug("Nobody is told that {} changed", cause, e);
        }
    }

    /** Somebody else noticed a change, and tells open pages himself. */
    void noticed() {
        count.incrementAndGet();
    }

    /** How many changes there have been: what was worked out at another count is to be worked out again. Counted after the change itself. */
    long count() {
        return count.get();
    }

    @Deactivate
    void close() {
        closed = true;
    }
}
