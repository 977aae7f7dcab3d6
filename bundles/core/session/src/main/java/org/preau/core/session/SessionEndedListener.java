package org.preau.core.session;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.signin.SessionEnded;

/** Forgets sessions that were ended on any node. */
@Component
public final class SessionEndedListener implements PortalEventListener<SessionEnded> {
    private final SessionBook book;

    /** For the service registry. */
    @Activate
    public SessionEndedListener(@Reference SessionBook book) {
        this.book = book;
    }

    @Override
    public Class<SessionEnded> type() {
        return SessionEnded.class;
    }

    @Override
    public void on(SessionEnded event) {
        book.drop(event.sessionIds());
    }
}
