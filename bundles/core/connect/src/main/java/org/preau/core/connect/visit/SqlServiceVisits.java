package org.preau.core.connect.visit;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** Notes visits. A session that ended while a service was signing in is caught here: its service is told at once. Safe on any thread. */
@Component
public final class SqlServiceVisits implements ServiceVisits {
    private static final int LONGEST_HANDLE = 2_000;

    private final SqlVisits visits;
    private final PortalSessions sessions;
    private final ServiceTelling telling;

    /** Notes in these. */
    @Activate
    public SqlServiceVisits(
            @Reference SqlVisits visits, @Reference PortalSessions sessions, @Reference ServiceTelling telling) {
        this.visits = visits;
        this.sessions = sessions;
        this.telling = telling;
    }

    @Override
    public List<String> handles(PortalSession session, Connector connector) {
        return visits.of(session.id()).stream()
                .filter(visit -> visit.connector().equals(connector.id()))
                .map(VisitRow::handle)
                .toList();
    }

    @Override
    public void note(PortalSession session, Connector connector, String handle) {
        if (handle.isEmpty() || handle.length() > LONGEST_HANDLE) {
            throw new IllegalArgumentException("a handle has 1 to " + LONGEST_HANDLE + " characters");
        }
        visits.note(session.id(), connector.id(), handle);
        visits.afterCommit(() -> {
            if (sessions.byId(session.id()).isEmpty()) {
                telling.sessionsEnded(List.of(session.id()));
            }
        });
    }
}
