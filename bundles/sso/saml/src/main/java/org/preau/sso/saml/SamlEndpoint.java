package org.preau.sso.saml;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.Exchanges;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.api.saml.SamlMessages;
import org.preau.api.saml.SamlRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses of the identity provider, below {@code /sso/saml}. A refusal is logged and told to the integrator with its reason; the user reads a plain sentence. */
@Component
public final class SamlEndpoint implements HttpEndpoint {
    private static final Logger log = LoggerFactory.getLogger(SamlEndpoint.class);
    private static final Texts TEXTS = Texts.of(SamlEndpoint.class);

    private final SignOn signOn;
    private final SingleLogout logout;
    private final IdentityProvider self;
    private final SamlMessages messages;
    private final Exchanges exchanges;
    private final Pages pages;

    /** Answers by these. */
    @Activate
    public SamlEndpoint(
            @Reference SignOn signOn,
            @Reference SingleLogout logout,
            @Reference IdentityProvider self,
            @Reference SamlMessages messages,
            @Reference Exchanges exchanges,
            @Reference Pages pages) {
        this.signOn = signOn;
        this.logout = logout;
        this.self = self;
        this.messages = messages;
        this.exchanges = exchanges;
        this.pages = pages;
    }

    @Override
    public String path() {
        return IdentityProvider.PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        String below = path.startsWith(path()) ? path.substring(path().length()) : path;
        Step step = new Step();
        try {
            switch (request.getMethod() + " " + below) {
                case "GET /metadata" -> metadata(response);
                case "GET /sso", "POST /sso" -> signOn.asked(request, response, step);
                case "GET /resume" -> signOn.resumed(request, response, parameter(request, "state"), step);
                case "GET /start" -> signOn.started(request, response, parameter(request, "connector"), step);
                case "GET /slo", "POST /slo" -> logout.message(request, response, step);
                case "GET /front" -> logout.front(request, response, parameter(request, "visit"));
                default -> notHere(response, below);
            }
        } catch (SamlRefusedException e) {
            log.info("SAML: {} {}{}: refused ({}): {}", request.getMethod(), path(), below, e.reason(), e.getMessage());
            exchanges.refused(step.connector, step.name, e.reason() + ": " + e.getMessage());
            refuse(request, response);
        }
    }

    /** How far a request came, for the integrator. */
    static final class Step {
        /** The connector, once it is known. */
        String connector = "";
        /** What was asked. */
        String name = "message";
    }

    private void metadata(HttpServletResponse response) throws IOException {
        response.setContentType("application/samlmetadata+xml;charset=UTF-8");
        response.setHeader("Cache-Control", "max-age=300");
        response.getWriter()
                .write(messages.identityProviderMetadata(
                        self.entityId(), self.certificates(), self.signOn(), self.logout(), self.signer()));
    }

    private static void notHere(HttpServletResponse response, String below) {
        switch (below) {
            case "/metadata", "/resume", "/start", "/front" -> response.setHeader("Allow", "GET");
            case "/sso", "/slo" -> response.setHeader("Allow", "GET, POST");
            default -> throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "noSuchPage");
        }
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = pages.localeOf(request);
        response.setHeader("Cache-Control", "no-store");
        pages.render(
                request,
                response,
                HttpServletResponse.SC_FORBIDDEN,
                SamlEndpoint.class,
                "refused",
                Map.of("title", TEXTS.text(locale, "refused.title")));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
