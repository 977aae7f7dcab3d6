package org.preau.sso.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.preau.api.base.Texts;
import org.preau.api.connector.Exchanges;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSessions;

/**
 * {@code /sso/oidc/logout} (RP-Initiated Logout 1.0). A request alone ends no session, anybody could cause one: the portal's own page asks, then comes back here, and the browser goes on to the service, to an
 * address it declares, to the letter. A wrong hint or address goes nowhere.
 */
final class LogoutFlow {
    static final String PATH = OidcEndpoint.PATH + "/logout";
    private static final int LONGEST = 1_900;
    private static final int LONGEST_STATE = 1_000;
    private static final Texts TEXTS = Texts.of(LogoutFlow.class);

    private final Clients clients;
    private final IdTokens idTokens;
    private final PortalSessions sessions;
    private final Pages pages;
    private final Exchanges exchanges;

    LogoutFlow(Clients clients, IdTokens idTokens, PortalSessions sessions, Pages pages, Exchanges exchanges) {
        this.clients = clients;
        this.idTokens = idTokens;
        this.sessions = sessions;
        this.pages = pages;
        this.exchanges = exchanges;
    }

    void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            AuthorizeFlow.to(
                    response,
                    PATH + "?" + Parameters.parse(Parameters.body(request)).encoded());
        } catch (Refusal e) {
            refuse(request, response, "", e.description());
        }
    }

    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String connector = "";
        try {
            Parameters asked = Parameters.parse(request.getQueryString());
            if (!asked.repeated().isEmpty()) {
                throw Refusal.request("send each parameter once: " + String.join(", ", asked.repeated()));
            }
            Optional<Client> client = client(asked);
            connector = client.map(each -> each.connector().id()).orElse("");
            boolean signedIn = sessions.current(request).isPresent();
            Optional<String> away = asked.only("post_logout_redirect_uri");
            if (away.isEmpty()) {
                AuthorizeFlow.to(response, signedIn ? "/signout" : "/signin");
                return;
            }
            if (client.isEmpty() || !client.get().postLogoutRedirects().contains(away.get())) {
                throw Refusal.request("post_logout_redirect_uri is none of post.logout.redirect.uris, to the letter");
            }
            go(response, client.get(), away.get(), asked.only("state"), signedIn);
        } catch (Refusal e) {
            refuse(request, response, connector, e.description());
        }
    }

    private void go(HttpServletResponse response, Client client, String away, Optional<String> state, boolean signedIn)
            throws Refusal {
        if (state.orElse("").length() > LONGEST_STATE) {
            throw Refusal.request("state is at most " + LONGEST_STATE + " characters");
        }
        String carried = state.map(text -> "&state=" + Parameters.encoded(text)).orElse("");
        if (signedIn) {
            String back = PATH + "?client_id=" + Parameters.encoded(client.id()) + "&post_logout_redirect_uri="
                    + Parameters.encoded(away) + carried;
            if (back.length() > LONGEST) {
                throw Refusal.request("the request is too long");
            }
            AuthorizeFlow.to(response, "/signout?return=" + Parameters.encoded(back));
            return;
        }
        exchanges.done(client.connector().id(), "logout");
        response.setHeader("Referrer-Policy", "no-referrer");
        String joint = away.indexOf('?') < 0 ? "?" : "&";
        AuthorizeFlow.to(response, carried.isEmpty() ? away : away + joint + carried.substring(1));
    }

    /** The client that asks: by its ID token, by its id, or by both when they agree. */
    private Optional<Client> client(Parameters asked) throws Refusal {
        Optional<String> named = asked.only("client_id");
        Optional<String> hint = asked.only("id_token_hint");
        if (hint.isEmpty()) {
            return named.flatMap(clients::byId);
        }
        JWTClaimsSet claims = idTokens.issued(hint.get())
                .orElseThrow(() -> Refusal.request("id_token_hint is no ID token of this issuer"));
        String audience =
                claims.getAudience().isEmpty() ? "" : claims.getAudience().get(0);
        if (named.isPresent() && !named.get().equals(audience)) {
            throw Refusal.request("id_token_hint was issued to another client");
        }
        return clients.byId(audience);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String connector, String why)
            throws IOException {
        exchanges.refused(connector, "logout", why);
        pages.render(
                request,
                response,
                HttpServletResponse.SC_BAD_REQUEST,
                LogoutFlow.class,
                "refused",
                Map.of("title", TEXTS.text(pages.localeOf(request), "refused.title")));
    }
}
