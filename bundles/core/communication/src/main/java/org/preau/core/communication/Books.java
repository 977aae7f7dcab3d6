package org.preau.core.communication;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.communication.CommunicationChanged;
import org.preau.api.persistence.Tx;

/** The rules in memory, read again after each change on any node. Safe on any thread. */
@Component(service = {Books.class, PortalEventListener.class})
public final class Books implements PortalEventListener<CommunicationChanged> {
    private final Tx tx;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Kept kept;

    private record Kept(long generation, RuleBook book) {}

    /** Reads nothing yet. */
    @Activate
    public Books(@Reference(target = "(preau.unit=communication)") Tx tx) {
        this.tx = tx;
    }

    /** The rules as they are. */
    RuleBook now() {
        long current = generation.get();
        Kept known = kept;
        if (known == null || known.generation() != current) {
            known = new Kept(
                    current,
                    tx.readSql(connection ->
                            new RuleBook(SettingRows.all(connection), ExceptionRows.running(connection))));
            kept = known;
        }
        return known.book();
    }

    /** Something was committed. */
    void drop() {
        generation.incrementAndGet();
    }

    @Override
    public Class<CommunicationChanged> type() {
        return CommunicationChanged.class;
    }

    @Override
    public void on(CommunicationChanged event) {
        drop();
    }
}
