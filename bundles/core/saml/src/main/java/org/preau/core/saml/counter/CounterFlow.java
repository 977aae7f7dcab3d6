package org.preau.core.saml.counter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.pages.Pages;
import org.preau.api.saml.SamlCounter;
import org.preau.api.saml.SamlProof;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.api.signin.PortalSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests below a counter's path to what answers them; a refusal is logged with its reason, the user reads a plain sentence. */
final class CounterFlow implements SamlCounter {
    private static final Logger log = LoggerFactory.getLogger(CounterFlow.class);
    private static final Texts TEXTS = Texts.of(CounterFlow.class);

    private final CounterSide side;
    private final CounterArrivals arrivals;
    private final CounterLogout logout;
    private final Pages pages;

    CounterFlow(CounterSide side, CounterArrivals arrivals, CounterLogout logout, Pages pages) {
        this.side = side;
        this.arrivals = arrivals;
        this.logout = logout;
        this.pages = pages;
    }

    @Override
    public boolean available() {
        return side.watched().current().isPresent();
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String below = below(request);
        String asked = request.getMethod() + " " + below;
        try {
            switch (asked) {
                case "GET " -> arrivals.begin(request, response);
                case "GET /metadata" -> metadata(response);
                case "POST /acs" -> arrivals.consume(request, response);
                case "GET /arrived" -> arrivals.arrived(request, response);
                case "GET /slo", "POST /slo" -> logout.answer(request, response);
                default -> notHere(response, below);
            }
        } catch (SamlRefusedException e) {
            log.warn("SAML: {} at {}: refused ({}): {}", asked, side.path(), e.reason(), e.getMessage());
            refuse(request, response, e.reason());
        }
    }

    @Override
    public Optional<SamlProof> proof(HttpServletRequest request, String ticket) {
        return arrivals.proof(request, ticket);
    }

    @Override
    public void signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            String ticket,
            UUID accountId,
            Optional<URI> goodbye)
            throws IOException {
        arrivals.signIn(request, response, ticket, accountId, goodbye);
    }

    @Override
    public void drop(String ticket) {
        arrivals.drop(ticket);
    }

    @Override
    public Optional<URI> signOut(PortalSession ended) {
        return logout.begin(ended);
    }

    @Override
    public void close() {
        side.watched().close();
    }

    private void metadata(HttpServletResponse response) throws IOException {
        response.setContentType("application/samlmetadata+xml;charset=UTF-8");
        response.setHeader("Cache-Control", "max-age=300");
        response.getWriter().write(side.metadata());
    }

    private static void notHere(HttpServletResponse response, String below) {
        String allowed =
                switch (below) {
                    case "", "/metadata", "/arrived" -> "GET";
                    case "/acs" -> "POST";
                    default -> "";
                };
        if (allowed.isEmpty()) {
            throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "noSuchPage");
        }
        response.setHeader("Allow", allowed);
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Reason reason) throws IOException {
        Locale locale = pages.localeOf(request);
        String key =
                switch (reason) {
                    case NO_METADATA -> "unavailable";
                    case UNSOLICITED, REPLAYED, EXPIRED -> "late";
                    case NO_SUCCESS -> "noSuccess";
                    default -> "invalid";
                };
        response.setHeader("Cache-Control", "no-store");
        pages.render(
                request,
                response,
                reason == Reason.NO_METADATA
                        ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                        : HttpServletResponse.SC_FORBIDDEN,
                CounterFlow.class,
                "refused",
                Map.of("title", TEXTS.text(locale, "title"), "sentence", TEXTS.text(locale, key)));
    }

    private String below(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        return path.startsWith(side.path()) ? path.substring(side.path().length()) : path;
    }
}
