package org.preau.core.session;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.DirectoryChanged;

/** Reads all sessions again once names or memberships may have changed. */
@Component
public final class DirectoryChangedListener implements PortalEventListener<DirectoryChanged> {
    private final SessionBook book;

    /** For the service registry. */
    @Activate
    public DirectoryChangedListener(@Reference SessionBook book) {
        this.book = book;
    }

    @Override
    public Class<DirectoryChanged> type() {
        return DirectoryChanged.class;
    }

    @Override
    public void on(DirectoryChanged event) {
        book.dropAll();
    }
}
