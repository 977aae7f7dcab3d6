package org.preau.core.shell.bridge;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.signin.SessionEnded;

/** Closes the pages of sessions that ended: sign-out, revocation, idle time, on whatever node. */
@Component(service = PortalEventListener.class)
public final class SessionEndedListener implements PortalEventListener<SessionEnded> {
    private final BoundSessions sessions;

    /** Called by the component runtime. */
    @Activate
    public SessionEndedListener(@Reference BoundSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<SessionEnded> type() {
        return SessionEnded.class;
    }

    @Override
    public void on(SessionEnded event) {
        sessions.end(Set.copyOf(event.sessionIds()));
    }
}
