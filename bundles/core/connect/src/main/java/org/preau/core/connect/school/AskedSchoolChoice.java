package org.preau.core.connect.school;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Connector;
import org.preau.api.connector.SchoolChoice;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;
import org.preau.api.signin.PortalSessions;
import org.preau.core.connect.Audience;

/** Asks who has the service in several schools, or in another than where he is now, once in a session. Safe on any thread. */
@Component(service = {SchoolChoice.class, AskedSchoolChoice.class})
public final class AskedSchoolChoice implements SchoolChoice {
    private final Audience audience;
    private final PortalSessions sessions;
    private final SqlAsked asked;
    private final KnownContexts contexts = new KnownContexts();

    /** Decides by these. */
    @Activate
    public AskedSchoolChoice(
            @Reference Audience audience, @Reference PortalSessions sessions, @Reference SqlAsked asked) {
        this.audience = audience;
        this.sessions = sessions;
        this.asked = asked;
    }

    @Override
    public Optional<String> pageBefore(PortalSession session, Connector connector, String back) {
        List<Context> open = choices(session, connector);
        boolean here = audience.includes(connector, session);
        if (open.isEmpty() || here && open.size() == 1 || here && asked.contains(session.id(), connector.id())) {
            return Optional.empty();
        }
        return Optional.of(
                SchoolEndpoint.PATH + connector.id() + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    @Override
    public void startsHere(PortalSession session, Connector connector) {
        if (choices(session, connector).size() > 1) {
            asked.add(session.id(), connector.id());
        }
    }

    /** One context for each school in which the user has the connector: the present one first. */
    List<Context> choices(PortalSession session, Connector connector) {
        List<Context> all = new ArrayList<>();
        all.add(session.context());
        all.addAll(contexts.of(session, sessions::contextsOf));
        Set<UUID> seen = new HashSet<>();
        return all.stream()
                .filter(context -> audience.includes(connector, session.in(context)))
                .filter(context -> seen.add(context.structureId()))
                .toList();
    }

    /** The user goes there in this context from now on. */
    void choose(PortalSession session, Connector connector, Context context) {
        if (!context.equals(session.context())) {
            contexts.drop(session.id());
            sessions.switchTo(session.id(), context);
        }
        asked.add(session.id(), connector.id());
    }
}
