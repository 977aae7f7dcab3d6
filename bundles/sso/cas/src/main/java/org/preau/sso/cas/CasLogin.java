package org.preau.sso.cas;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /sso/cas/login} and {@code /sso/cas/logout}. The service is looked up before anything else: the browser is never sent to an address that no connector declares. {@code renew} and
 * {@code gateway} are not offered yet and ignored here.
 */
final class CasLogin {
    static final String LOGIN = "/sso/cas/login";
    static final String LOGOUT = "/sso/cas/logout";

    private static final Logger log = LoggerFactory.getLogger(CasLogin.class);
    private static final Texts TEXTS = Texts.of(CasLogin.class);

    private final ConnectorCatalogue catalogue;
    private final ReleaseGate gate;
    private final SqlTickets tickets;
    private final PortalSessions sessions;
    private final Pages pages;

    CasLogin(ConnectorCatalogue catalogue, ReleaseGate gate, SqlTickets tickets, PortalSessions sessions, Pages pages) {
        this.catalogue = catalogue;
        this.gate = gate;
        this.tickets = tickets;
        this.sessions = sessions;
        this.pages = pages;
    }

    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PortalSession> session = sessions.current(request);
        if (request.getParameter("service") == null) {
            Redirects.to(response, session.isPresent() ? "/" : "/signin");
            return;
        }
        String service = service(request);
        Optional<Connector> connector = service == null ? Optional.empty() : connectorOf(service);
        if (service == null || connector.isEmpty()) {
            refuse(request, response);
        } else if (session.isEmpty()) {
            Redirects.through(response, "/signin", own(service));
        } else {
            PortalSession his = session.get();
            sessions.touch(his.id());
            Optional<String> question = gate.pageBefore(his, connector.get(), own(service));
            if (question.isPresent()) {
                Redirects.to(response, question.get());
                return;
            }
            String ticket = tickets.issue(() -> grant(his, connector.get(), service));
            Redirects.away(response, ServiceAddress.withTicket(service, ticket));
        }
    }

    /** A GET must not end a session, anybody could cause one: the portal's own page asks, then comes back here, and the browser goes on to the service if it is a known one. */
    void logout(HttpServletRequest request, HttpServletResponse response) {
        String service = service(request);
        boolean known = service != null && connectorOf(service).isPresent();
        boolean signedIn = sessions.current(request).isPresent();
        if (service != null && known && signedIn) {
            Redirects.through(response, "/signout", LOGOUT + "?service=" + Redirects.encoded(service));
        } else if (service != null && known) {
            Redirects.away(response, URI.create(service).toASCIIString());
        } else {
            Redirects.to(response, signedIn ? "/signout" : "/signin");
        }
    }

    private static String own(String service) {
        return LOGIN + "?service=" + Redirects.encoded(service);
    }

    private Grant grant(PortalSession session, Connector connector, String service) {
        Release release = release(session, connector, service);
        return new Grant(
                connector.id(),
                ServiceAddress.compared(service).orElseThrow(),
                session.id(),
                release.userId().orElseThrow(CasLogin::notForUser),
                release.attributes());
    }

    private Release release(PortalSession session, Connector connector, String service) {
        ReleaseOutcome outcome = gate.release(session, connector, service);
        if (outcome instanceof ReleaseOutcome.Released released) {
            return released.release();
        }
        if (outcome instanceof ReleaseOutcome.Unavailable unavailable) {
            log.warn("CAS: {}", unavailable.why());
            throw new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "cas.unavailable");
        }
        throw notForUser();
    }

    private static PortalException notForUser() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "cas.not-for-user");
    }

    private Optional<Connector> connectorOf(String service) {
        return catalogue.byService(CasProtocol.NAME, service);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String service = request.getParameter("service").replaceAll("\\p{Cntrl}", "?");
        log.info(
                "CAS: no connector declares the service {}; add it to service.urls of a connector if it may be reached",
                service.substring(0, Math.min(200, service.length())));
        Locale locale = pages.localeOf(request);
        response.setHeader("Cache-Control", "no-store");
        pages.render(
                request,
                response,
                HttpServletResponse.SC_FORBIDDEN,
                CasLogin.class,
                "refused",
                Map.of("title", TEXTS.text(locale, "refused.title")));
    }

    private static @Nullable String service(HttpServletRequest request) {
        String[] services = request.getParameterValues("service");
        return services == null || services.length != 1 ? null : services[0];
    }
}
