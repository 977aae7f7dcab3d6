package org.preau.sso.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.oauth.FormPost;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** {@code /sso/lti/authorize}: the tool's login comes back, and the launch is posted to it. Anything wrong is shown on a page of ours: a launch goes to declared addresses only, for the user who began it. */
final class LaunchFlow {
    static final String PATH = LtiEndpoint.PATH + "/authorize";
    private static final int LONGEST = 1_000;
    private static final Map<String, String> FIXED =
            Map.of("scope", "openid", "response_type", "id_token", "response_mode", "form_post", "prompt", "none");

    private final Tools tools;
    private final ReleaseGate gate;
    private final PortalSessions sessions;
    private final Launches launches;
    private final LaunchToken token;
    private final PickFlow picks;
    private final SqlLinks links;
    private final SqlRoster roster;
    private final SqlGrades grades;
    private final Exchanges exchanges;
    private final Clock clock;

    LaunchFlow(
            Tools tools,
            ReleaseGate gate,
            PortalSessions sessions,
            Launches launches,
            LaunchToken token,
            PickFlow picks,
            SqlLinks links,
            SqlRoster roster,
            SqlGrades grades,
            Exchanges exchanges,
            Clock clock) {
        this.tools = tools;
        this.gate = gate;
        this.sessions = sessions;
        this.launches = launches;
        this.token = token;
        this.picks = picks;
        this.links = links;
        this.roster = roster;
        this.grades = grades;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, LtiException {
        Tool tool = tool(only(request, "client_id"));
        String redirect = only(request, "redirect_uri");
        if (!tool.redirects().contains(redirect)) {
            throw new LtiException("redirect_uri is none of redirect.uris, to the letter");
        }
        for (Map.Entry<String, String> fixed : FIXED.entrySet()) {
            if (!fixed.getValue().equals(only(request, fixed.getKey()))) {
                throw new LtiException(fixed.getKey() + " is " + fixed.getValue());
            }
        }
        String nonce = only(request, "nonce");
        String message = only(request, "lti_message_hint");
        Optional<PortalSession> session = sessions.current(request);
        if (session.isEmpty() || !launches.began(tool, session.get(), message, only(request, "login_hint"))) {
            throw new LtiException(
                    "no launch of this tool was begun in this browser: login_hint and lti_message_hint come back as they were sent");
        }
        PortalSession his = session.get();
        sessions.touch(his.id());
        Optional<String> question = gate.pageBefore(
                his, tool.connector(), "/connect/" + tool.connector().id());
        if (question.isPresent()) {
            response.setHeader("Location", question.get());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id_token", idToken(tool, his, redirect, nonce, message));
        if (request.getParameter("state") != null) {
            fields.put("state", only(request, "state"));
        }
        exchanges.done(tool.connector().id(), "launch");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        FormPost.write(response, redirect, fields);
    }

    private String idToken(Tool tool, PortalSession session, String redirect, String nonce, String message)
            throws LtiException {
        Optional<LaunchToken.Resource> resource = resource(tool, session, message);
        Release release = release(tool, session, redirect);
        return resource.isPresent()
                ? token.launch(tool, release, nonce, clock.instant(), resource.get())
                : token.pick(tool, release, nonce, clock.instant(), picks.returnUrl(), picks.data(tool, session));
    }

    /** What is launched; nothing where resources are picked. */
    private Optional<LaunchToken.Resource> resource(Tool tool, PortalSession session, String message)
            throws LtiException {
        if (message.equals(Launches.PICK)) {
            return Optional.empty();
        }
        if (message.equals(Launches.TILE)) {
            String id = tool.connector().id() + "-" + session.context().structureId();
            return Optional.of(new LaunchToken.Resource(
                    id, tool.connector().name().fr(), tool.target(), Map.of(), lineItem(tool, session, id)));
        }
        try {
            return Optional.of(links.byId(UUID.fromString(message))
                    .filter(link -> link.connector().equals(tool.connector().id()))
                    .filter(link -> link.structureId().equals(session.context().structureId()))
                    .map(link -> new LaunchToken.Resource(
                            link.id().toString(),
                            link.title(),
                            link.url(),
                            link.custom(),
                            lineItem(tool, session, link.id().toString())))
                    .orElseThrow(() -> new LtiException("there is no such resource in this school")));
        } catch (IllegalArgumentException e) {
            throw new LtiException("lti_message_hint is not ours");
        }
    }

    /** The line item of a resource, where there is exactly one. */
    private Optional<UUID> lineItem(Tool tool, PortalSession session, String resource) {
        if (!tool.takesGrades()) {
            return Optional.empty();
        }
        Page<LineItem> items = grades.items(
                new SqlGrades.Place(tool.connector().id(), session.context().uai()),
                new SqlGrades.Filter(Optional.of(resource), Optional.empty(), Optional.empty()),
                PageRequest.first(1));
        return items.total() == 1 ? Optional.of(items.items().get(0).id()) : Optional.empty();
    }

    private Release release(Tool tool, PortalSession session, String redirect) throws LtiException {
        ReleaseOutcome outcome = gate.release(session, tool.connector(), redirect);
        if (outcome instanceof ReleaseOutcome.Released released) {
            Release release = released.release();
            Optional<String> uai = LaunchToken.uai(release);
            if (tool.takesGrades() && release.userId().isPresent() && uai.isPresent()) {
                roster.note(
                        session,
                        tool.connector().id(),
                        uai.get(),
                        release.userId().get());
            }
            return release;
        }
        throw new LtiException("nothing may leave for this user now");
    }

    private Tool tool(String clientId) throws LtiException {
        return tools.byClient(clientId)
                .orElseThrow(() -> new LtiException("no connector has this client.id, or several"));
    }

    private static String only(HttpServletRequest request, String name) throws LtiException {
        String[] values = request.getParameterValues(name);
        if (values == null || values.length != 1 || values[0].isEmpty() || values[0].length() > LONGEST) {
            throw new LtiException("send " + name + ", once, at most " + LONGEST + " characters");
        }
        return values[0];
    }
}
