package org.preau.core.session;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.signin.SessionChanged;

/** Reads a session again after its context changed on any node. */
@Component
public final class SessionChangedListener implements PortalEventListener<SessionChanged> {
    private final SessionBook book;

    /** For the service registry. */
    @Activate
    public SessionChangedListener(@Reference SessionBook book) {
        this.book = book;
    }

    @Override
    public Class<SessionChanged> type() {
        return SessionChanged.class;
    }

    @Override
    public void on(SessionChanged event) {
        book.drop(List.of(event.sessionId()));
    }
}
