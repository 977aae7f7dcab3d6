package org.preau.sso.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.preau.api.base.Texts;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/**
 * {@code /sso/oidc/authorize} (OpenID Connect Core, 3.1.2). Client and address are looked up before anything else: the browser is never sent to an address that no connector declares. A cross-site POST
 * brings no cookie and becomes a GET of ours.
 */
final class AuthorizeFlow {
    static final String PATH = OidcEndpoint.PATH + "/authorize";
    private static final String STEP = "authorize";
    private static final Texts TEXTS = Texts.of(AuthorizeFlow.class);
    /** What sign-in and question pages carry as the way back. */
    private static final int LONGEST = 1_900;

    private final Clients clients;
    private final ReleaseGate gate;
    private final PortalSessions sessions;
    private final CodeIssue codes;
    private final IdTokens idTokens;
    private final Freshness freshness;
    private final Pages pages;
    private final Exchanges exchanges;
    private final Clock clock;

    AuthorizeFlow(
            Clients clients,
            ReleaseGate gate,
            PortalSessions sessions,
            CodeIssue codes,
            IdTokens idTokens,
            Freshness freshness,
            Pages pages,
            Exchanges exchanges,
            Clock clock) {
        this.clients = clients;
        this.gate = gate;
        this.sessions = sessions;
        this.codes = codes;
        this.idTokens = idTokens;
        this.freshness = freshness;
        this.pages = pages;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            begin(request, response, Parameters.parse(request.getQueryString()), false);
        } catch (Refusal e) {
            unknown(request, response, "", e.description());
        }
    }

    void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            to(response, PATH + "?" + Parameters.parse(Parameters.body(request)).encoded());
        } catch (Refusal e) {
            unknown(request, response, "", e.description());
        }
    }

    /** The user's answer to {@link ConfirmPage}. */
    void confirmed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.checkForm(request);
        try {
            Parameters asked = Parameters.parse(request.getParameter("request"));
            if (!"yes".equals(request.getParameter("decision"))) {
                Optional<Client> client = known(request, response, asked);
                if (client.isPresent()) {
                    exchanges.refused(client.get().connector().id(), STEP, "the user said no");
                    new BrowserAnswer(idTokens.issuer(), asked)
                            .error(response, Refusal.of("access_denied", "the user said no"));
                }
                return;
            }
            begin(request, response, asked, true);
        } catch (Refusal e) {
            unknown(request, response, "", e.description());
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, Parameters asked, boolean confirmed)
            throws IOException {
        Optional<Client> client = known(request, response, asked);
        if (client.isEmpty()) {
            return;
        }
        try {
            proceed(
                    request,
                    response,
                    Wish.read(client.get(), asked.without(Freshness.PARAMETER), idTokens),
                    asked,
                    confirmed);
        } catch (Refusal e) {
            exchanges.refused(client.get().connector().id(), STEP, e.code() + ": " + e.description());
            new BrowserAnswer(idTokens.issuer(), asked).error(response, e);
        }
    }

    private void proceed(
            HttpServletRequest request, HttpServletResponse response, Wish wish, Parameters asked, boolean confirmed)
            throws IOException, Refusal {
        String back = PATH + "?" + asked.encoded();
        if (back.length() > LONGEST) {
            throw Refusal.request("the request is too long");
        }
        Optional<PortalSession> session = sessions.current(request);
        boolean fresh = session.isPresent() && fresh(wish, asked, session.get());
        if (!fresh) {
            if (wish.silent()) {
                throw Refusal.of("login_required", "the user would have to sign in");
            }
            String again = PATH + "?" + freshness.from(asked).encoded();
            boolean old = session.isPresent();
            to(
                    response,
                    (old ? "/signin?renew=1&return=" : "/signin?return=")
                            + Parameters.encoded(old ? again : needsFresh(wish) ? again : back));
            return;
        }
        PortalSession his = session.get();
        sessions.touch(his.id());
        Optional<String> question = gate.pageBefore(his, wish.client().connector(), back);
        if (question.isPresent() || wish.asksConsent() && !confirmed) {
            if (wish.silent()) {
                throw Refusal.of(
                        wish.asksConsent() ? "consent_required" : "interaction_required", "the user has to be asked");
            }
            if (question.isPresent()) {
                to(response, question.get());
            } else {
                ConfirmPage.show(pages, request, response, wish, asked);
            }
            return;
        }
        String code = codes.issue(his, wish, DeviceName.of(request.getHeader("User-Agent")));
        exchanges.done(wish.client().connector().id(), STEP);
        new BrowserAnswer(idTokens.issuer(), asked).code(response, code);
    }

    private static boolean needsFresh(Wish wish) {
        return wish.prompts().contains("login") || wish.prompts().contains("select_account") || wish.maxAge() == 0;
    }

    private boolean fresh(Wish wish, Parameters asked, PortalSession session) {
        boolean oldEnough =
                wish.maxAge() >= 0 && session.since().plusSeconds(wish.maxAge()).isBefore(clock.instant());
        return !needsFresh(wish) && !oldEnough || freshness.proves(asked, session);
    }

    private Optional<Client> known(Parameters asked) {
        return asked.only("client_id")
                .flatMap(clients::byId)
                .filter(client -> RedirectAddresses.matches(
                        client, asked.only("redirect_uri").orElse("")));
    }

    private Optional<Client> known(HttpServletRequest request, HttpServletResponse response, Parameters asked)
            throws IOException {
        Optional<Client> client = known(asked);
        if (client.isEmpty()) {
            Optional<Client> asking = asked.only("client_id").flatMap(clients::byId);
            unknown(
                    request,
                    response,
                    asking.map(each -> each.connector().id()).orElse(""),
                    asking.isEmpty()
                            ? "no connector has this client.id"
                            : "redirect_uri is none of redirect.uris, to the letter");
        }
        return client;
    }

    private void unknown(HttpServletRequest request, HttpServletResponse response, String connector, String why)
            throws IOException {
        exchanges.refused(connector, STEP, why);
        pages.render(
                request,
                response,
                HttpServletResponse.SC_BAD_REQUEST,
                AuthorizeFlow.class,
                "refused",
                Map.of("title", TEXTS.text(pages.localeOf(request), "refused.title")));
    }

    static void to(HttpServletResponse response, String location) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", location);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
}
