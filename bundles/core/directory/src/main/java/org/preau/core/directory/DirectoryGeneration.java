package org.preau.core.directory;

import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Component;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.DirectoryChanged;

/** A number that grows whenever the directory changed, here or on another node: what was kept in memory under an older number is stale. Safe on any thread. */
@Component(service = {DirectoryGeneration.class, PortalEventListener.class})
public final class DirectoryGeneration implements PortalEventListener<DirectoryChanged> {
    private final AtomicLong number = new AtomicLong();

    /** The number now. */
    public long now() {
        return number.get();
    }

    /** Something changed and was committed. */
    public void next() {
        number.incrementAndGet();
    }

    @Override
    public Class<DirectoryChanged> type() {
        return DirectoryChanged.class;
    }

    @Override
    public void on(DirectoryChanged event) {
        next();
    }
}
