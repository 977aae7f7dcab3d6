package org.preau.sso.cas;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.Exchanges;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /sso/cas/login} and {@code /sso/cas/logout}. The service is looked up before anything else: the browser is never sent to an address that no connector declares.
 */
final class CasLogin {
    static final String LOGIN = "/sso/cas/login";
    static final String LOGOUT = "/sso/cas/logout";

    private static final String STEP = "login";
    private static final String SUBMIT = "document.forms[0].submit()";
    private static final Logger log = LoggerFactory.getLogger(CasLogin.class);
    private static final Texts TEXTS = Texts.of(CasLogin.class);

    private final ConnectorCatalogue catalogue;
    private final CasRelease release;
    private final SqlTickets tickets;
    private final Renewals renewals;
    private final PortalSessions sessions;
    private final Exchanges exchanges;
    private final Pages pages;

    CasLogin(
            ConnectorCatalogue catalogue,
            CasRelease release,
            SqlTickets tickets,
            Renewals renewals,
            PortalSessions sessions,
            Exchanges exchanges,
            Pages pages) {
        this.catalogue = catalogue;
        this.release = release;
        this.tickets = tickets;
        this.renewals = renewals;
        this.sessions = sessions;
        this.exchanges = exchanges;
        this.pages = pages;
    }

    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PortalSession> session = sessions.current(request);
        if (!LoginRequest.named(request)) {
            Redirects.to(response, session.isPresent() ? "/" : "/signin");
            return;
        }
        LoginRequest asked = LoginRequest.of(request);
        Optional<Connector> connector = asked == null ? Optional.empty() : connectorOf(asked.service());
        if (asked == null || connector.isEmpty()) {
            refuse(request, response);
        } else if (session.isEmpty()) {
            signIn(response, asked, connector.get());
        } else if (asked.renew() && !renewals.answers(asked.challenge(), asked.service(), session.get())) {
            signInAgain(response, asked);
        } else {
            sessions.touch(session.get().id());
            go(request, response, asked, connector.get(), session.get());
        }
    }

    /** A GET must not end a session, anybody could cause one: the portal's own page asks, then comes back here, and the browser goes on to the service if it is a known one. */
    void logout(HttpServletRequest request, HttpServletResponse response) {
        LoginRequest asked = LoginRequest.of(request);
        boolean known = asked != null && connectorOf(asked.service()).isPresent();
        boolean signedIn = sessions.current(request).isPresent();
        if (asked != null && known && signedIn) {
            Redirects.through(response, "/signout", LOGOUT + "?service=" + Redirects.encoded(asked.service()));
        } else if (asked != null && known) {
            Redirects.away(response, URI.create(asked.service()).toASCIIString());
        } else {
            Redirects.to(response, signedIn ? "/signout" : "/signin");
        }
    }

    private void go(
            HttpServletRequest request,
            HttpServletResponse response,
            LoginRequest asked,
            Connector connector,
            PortalSession session)
            throws IOException {
        Optional<String> question = release.pageBefore(session, connector, asked.path());
        if (question.isPresent()) {
            if (asked.gateway()) {
                withoutTicket(response, asked, connector);
            } else {
                Redirects.to(response, question.get());
            }
            return;
        }
        boolean challenged = !asked.challenge().isEmpty();
        Optional<String> ticket = issue(asked, connector, session, challenged);
        if (ticket.isEmpty()) {
            signInAgain(response, asked);
            return;
        }
        exchanges.done(connector.id(), STEP);
        if (asked.post()) {
            form(request, response, asked, connector, ticket.get());
        } else {
            Redirects.away(response, ServiceAddress.withTicket(asked.service(), asked.ticketName(), ticket.get()));
        }
    }

    /** No ticket when the sign-in that it wants was used for another one already. */
    private Optional<String> issue(LoginRequest asked, Connector connector, PortalSession session, boolean challenged) {
        boolean fresh = challenged && renewals.answer(asked.challenge(), asked.service(), session);
        return asked.renew() && !fresh
                ? Optional.empty()
                : Optional.of(
                        tickets.issue(() -> release.grant(session, connector, asked.service(), fresh, List.of())));
    }

    private void signIn(HttpServletResponse response, LoginRequest asked, Connector connector) {
        if (asked.gateway()) {
            withoutTicket(response, asked, connector);
        } else {
            Redirects.through(response, "/signin", asked.pathWith(renewals.challenge(asked.service())));
        }
    }

    private void signInAgain(HttpServletResponse response, LoginRequest asked) {
        Redirects.to(
                response,
                "/signin?renew=1&return=" + Redirects.encoded(asked.pathWith(renewals.challenge(asked.service()))));
    }

    /** The service wanted to know without asking the user: he is nobody to it. */
    private void withoutTicket(HttpServletResponse response, LoginRequest asked, Connector connector) {
        exchanges.done(connector.id(), "login (gateway, no ticket)");
        Redirects.away(response, URI.create(asked.service()).toASCIIString());
    }

    private void form(
            HttpServletRequest request,
            HttpServletResponse response,
            LoginRequest asked,
            Connector connector,
            String ticket)
            throws IOException {
        Locale locale = pages.localeOf(request);
        pages.render(
                request,
                response,
                HttpServletResponse.SC_OK,
                CasLogin.class,
                "post",
                Map.of(
                        "title",
                                TEXTS.text(
                                        locale, "post.title", connector.name().in(locale)),
                        "address", URI.create(asked.service()).toASCIIString(),
                        "name", asked.ticketName(),
                        "ticket", ticket,
                        "inline", SUBMIT));
    }

    private Optional<Connector> connectorOf(String service) {
        return catalogue.byService(CasProtocol.NAME, service);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String shown = ServiceAddress.shown(request.getParameter("service"), request.getParameter("TARGET"));
        log.info(
                "CAS: no connector declares the service {}; add it to service.urls of one if it may be reached", shown);
        exchanges.refused(
                "",
                STEP,
                "no connector declares the service " + shown + "; add it to service.urls if it may be reached");
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
}
