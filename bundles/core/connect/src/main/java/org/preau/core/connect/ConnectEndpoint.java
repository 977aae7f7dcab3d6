package org.preau.core.connect;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.preau.api.connector.SchoolChoice;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/**
 * {@code /connect/<id>}: takes a signed-in user of the connector's audience to the service, by its protocol. Whether a connector exists is not told to who does not get it: 404 both times.
 */
@Component
public final class ConnectEndpoint implements HttpEndpoint {
    private static final String PATH = "/connect";
    private static final Texts TEXTS = Texts.of(ConnectEndpoint.class);
    private static final String RETRY_SECONDS = "60";

    private final ConnectorCatalogue catalogue;
    private final Audience audience;
    private final DeployedParts parts;
    private final PortalSessions sessions;
    private final SchoolChoice schools;
    private final Pages pages;

    /** Answers by these. */
    @Activate
    public ConnectEndpoint(
            @Reference ConnectorCatalogue catalogue,
            @Reference Audience audience,
            @Reference DeployedParts parts,
            @Reference PortalSessions sessions,
            @Reference SchoolChoice schools,
            @Reference Pages pages) {
        this.catalogue = catalogue;
        this.audience = audience;
        this.parts = parts;
        this.sessions = sessions;
        this.schools = schools;
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
        String id = idOf(request);
        Optional<PortalSession> session = sessions.current(request);
        if (session.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            pages.seeOther(response, "/signin?return=" + URLEncoder.encode(PATH + "/" + id, StandardCharsets.UTF_8));
            return;
        }
        sessions.touch(session.get().id());
        go(request, response, connector(id, session.get()), session.get());
    }

    private static String idOf(HttpServletRequest request) {
        String info = request.getPathInfo();
        String id = info == null ? "" : info.substring(1);
        if (!id.matches("[a-z0-9_]+")) {
            throw unknown();
        }
        return id;
    }

    private Connector connector(String id, PortalSession session) {
        return catalogue
                .byId(id)
                .filter(connector -> audience.includes(connector, session))
                .orElseThrow(ConnectEndpoint::unknown);
    }

    private void go(
            HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session)
            throws IOException {
        Optional<SsoProtocol> protocol = parts.protocol(connector.protocol());
        boolean suspended = catalogue.suspended(connector.id());
        if (suspended || protocol.isEmpty() || !parts.missing(connector).isEmpty()) {
            unavailable(request, response, connector, suspended ? "suspended" : "unavailable");
            return;
        }
        schools.startsHere(session, connector);
        protocol.get().launch(request, response, connector, session);
    }

    private void unavailable(HttpServletRequest request, HttpServletResponse response, Connector connector, String why)
            throws IOException {
        Locale locale = pages.localeOf(request);
        response.setHeader("Retry-After", RETRY_SECONDS);
        pages.render(
                request,
                response,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                ConnectEndpoint.class,
                "unavailable",
                Map.of(
                        "title",
                        TEXTS.text(locale, why + ".title"),
                        "sentence",
                        TEXTS.text(locale, why + ".sentence"),
                        "name",
                        connector.name().in(locale)));
    }

    private static PortalException unknown() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "connect.unknown");
    }
}
