package org.preau.core.connect.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.core.connect.ConnectorRegister;

/**
 * {@code /connect/integrator}: the connectors of an administrator's perimeter; below it one connector's configuration to copy, what happens at it, and what would leave. Changes nothing. A connector that
 * he may not see does not exist for him.
 */
@Component
public final class IntegratorEndpoint implements HttpEndpoint {
    static final String PATH = "/connect/integrator";
    private static final String EVERY_SECONDS = "5";
    private static final Texts TEXTS = Texts.of(IntegratorEndpoint.class);

    private final ConnectorCatalogue catalogue;
    private final ConnectorRegister register;
    private final Integrators integrators;
    private final IntegratorModel model;
    private final PortalSessions sessions;
    private final Pages pages;

    /** Answers by these. */
    @Activate
    public IntegratorEndpoint(
            @Reference ConnectorCatalogue catalogue,
            @Reference ConnectorRegister register,
            @Reference Integrators integrators,
            @Reference IntegratorModel model,
            @Reference PortalSessions sessions,
            @Reference Pages pages) {
        this.catalogue = catalogue;
        this.register = register;
        this.integrators = integrators;
        this.model = model;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        Optional<PortalSession> session = sessions.current(request);
        if (session.isEmpty()) {
            String back = path.matches("[a-z0-9_/]+") ? path : PATH;
            pages.seeOther(response, "/signin?return=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
            return;
        }
        sessions.touch(session.get().id());
        if (path.equals(PATH)) {
            list(request, response, session.get());
        } else {
            one(request, response, connector(path.substring(PATH.length() + 1), session.get()));
        }
    }

    private Connector connector(String id, PortalSession session) {
        return catalogue
                .byId(id)
                .filter(connector -> integrators.may(session.subject(), connector))
                .orElseThrow(() -> unknown(session));
    }

    private void list(HttpServletRequest request, HttpServletResponse response, PortalSession session)
            throws IOException {
        Locale locale = pages.localeOf(request);
        List<Map<String, String>> connectors = catalogue.all().stream()
                .filter(status -> integrators.may(session.subject(), status.connector()))
                .map(status -> Map.of(
                        "id", status.connector().id(),
                        "name", status.connector().name().in(locale),
                        "protocol", status.connector().protocol(),
                        "category", String.valueOf(status.connector().category()),
                        "state", TEXTS.text(locale, "state." + status.state())))
                .toList();
        List<String> wrong = integrators.mayAll(session.subject())
                ? register.entries().stream()
                        .filter(entry -> !entry.serves() || entry.state() == ConnectorRegister.State.ACTIVE)
                        .flatMap(entry -> entry.findings().stream())
                        .map(finding -> finding.message(locale))
                        .toList()
                : List.of();
        if (connectors.isEmpty() && wrong.isEmpty()) {
            throw unknown(session);
        }
        pages.render(
                request,
                response,
                HttpServletResponse.SC_OK,
                IntegratorEndpoint.class,
                "connectors",
                Map.of(
                        "title",
                        TEXTS.text(locale, "connectors"),
                        "wide",
                        true,
                        "any",
                        !connectors.isEmpty(),
                        "connectors",
                        connectors,
                        "anyWrong",
                        !wrong.isEmpty(),
                        "wrong",
                        wrong));
    }

    private void one(HttpServletRequest request, HttpServletResponse response, Connector connector) throws IOException {
        boolean tries = request.getParameter("try") != null;
        boolean live = request.getParameter("live") != null && !tries;
        if (live) {
            response.setHeader("Refresh", EVERY_SECONDS);
        }
        pages.render(
                request,
                response,
                HttpServletResponse.SC_OK,
                IntegratorEndpoint.class,
                "connector",
                model.of(connector, pages.localeOf(request), tries, live));
    }

    /** Whom to ask depends on who is lost here. */
    private static PortalException unknown(PortalSession session) {
        return new PortalException(
                ErrorCode.NOT_FOUND,
                TEXTS,
                switch (session.context().profile()) {
                    case STUDENT -> "unknown.pupil";
                    case GUARDIAN -> "unknown.guardian";
                    case HEAD, TEACHER, STAFF, INSPECTOR, ADVISER, TERRITORY, GUEST, ACADEMY -> "unknown";
                });
    }
}
