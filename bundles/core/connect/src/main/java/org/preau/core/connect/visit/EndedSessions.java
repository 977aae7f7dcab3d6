package org.preau.core.connect.visit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.signin.SessionEnded;

/** Has services told, whatever ended the session: sign-out, revocation, idle time. */
@Component
public final class EndedSessions implements PortalEventListener<SessionEnded> {
    private final ServiceTelling telling;

    /** Made by the portal. */
    @Activate
    public EndedSessions(@Reference ServiceTelling telling) {
        this.telling = telling;
    }

    @Override
    public Class<SessionEnded> type() {
        return SessionEnded.class;
    }

    @Override
    public void on(SessionEnded event) {
        telling.sessionsEnded(event.sessionIds());
    }
}
