package org.preau.sso.cas;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSessions;
import org.preau.sso.cas.TicketValidation.Presented;

/** The addresses of the CAS server, below {@code /sso/cas}. */
@Component
public final class CasEndpoint implements HttpEndpoint {
    private static final String PATH = "/sso/cas";
    private static final String SAML_VALIDATE = "/samlValidate";
    private static final String AUTHENTICATION_FAILURE = "authenticationFailure";
    private static final String PROXY_FAILURE = "proxyFailure";

    private final CasLogin login;
    private final TicketValidation validation;
    private final ProxyTickets proxies;
    private final SamlValidation saml;
    private final Exchanges exchanges;

    /** Answers by these. */
    @Activate
    public CasEndpoint(
            @Reference ConnectorCatalogue catalogue,
            @Reference ReleaseGate gate,
            @Reference SqlTickets tickets,
            @Reference SqlGrantings grantings,
            @Reference Renewals renewals,
            @Reference PortalSessions sessions,
            @Reference ServiceVisits visits,
            @Reference OutgoingCalls calls,
            @Reference Exchanges exchanges,
            @Reference Pages pages,
            @Reference PublicAddress address,
            @Reference Clock clock) {
        CasRelease release = new CasRelease(gate, exchanges);
        ProxyCallback callback = new ProxyCallback(grantings, calls, exchanges);
        this.login = new CasLogin(catalogue, release, tickets, renewals, sessions, exchanges, pages);
        this.validation = new TicketValidation(tickets, catalogue, sessions, visits, callback, exchanges);
        this.proxies = new ProxyTickets(grantings, tickets, catalogue, release, sessions, exchanges);
        this.saml = new SamlValidation(validation, exchanges, address, clock);
        this.exchanges = exchanges;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = below(request);
        String wanted = path.equals(SAML_VALIDATE) ? "POST" : "GET";
        if (!request.getMethod().equals(wanted)) {
            exchanges.refused("", stepOf(path), "asked by " + request.getMethod() + "; want " + wanted);
            response.setHeader("Allow", wanted);
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        switch (path) {
            case "/login" -> login.login(request, response);
            case "/logout" -> login.logout(request, response);
            case "/validate" -> answer(response, "text/plain", plain(validation.judge(presented(request, path))));
            case "/serviceValidate", "/p3/serviceValidate", "/proxyValidate", "/p3/proxyValidate" ->
                answer(request, response, validation.judge(presented(request, path)), AUTHENTICATION_FAILURE);
            case "/proxy" ->
                answer(
                        request,
                        response,
                        proxies.issue(only(request, "pgt"), only(request, "targetService")),
                        PROXY_FAILURE);
            case SAML_VALIDATE -> saml.validate(request, response);
            default -> throw new PortalException(ErrorCode.NOT_FOUND, "CAS answers nothing at " + path, null);
        }
    }

    /** The servlet that calls stands at the reserved prefix, above this endpoint's path. */
    private static String below(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        return path.substring(PATH.length());
    }

    private static Presented presented(HttpServletRequest request, String path) {
        String[] callbacks = request.getParameterValues("pgtUrl");
        return new Presented(
                stepOf(path),
                only(request, "service"),
                only(request, "ticket"),
                LoginRequest.set(request.getParameter("renew")),
                callbacks == null || path.equals("/validate") ? "" : String.join(" ", callbacks),
                path.endsWith("/proxyValidate"));
    }

    private static String stepOf(String path) {
        String step = path.startsWith("/") ? path.substring(1) : path;
        return step.matches("(p3/)?[A-Za-z]{1,20}") ? step : "unknown path";
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, Verdict verdict, String failure)
            throws IOException {
        if ("JSON".equalsIgnoreCase(request.getParameter("format"))) {
            answer(response, "application/json", CasJson.write(verdict, failure));
        } else {
            answer(response, "application/xml", CasXml.write(verdict, failure));
        }
    }

    /** CAS 1.0: two lines. */
    private static String plain(Verdict verdict) {
        return verdict instanceof Verdict.Accepted accepted
                ? "yes\n" + accepted.grant().userId() + "\n"
                : "no\n\n";
    }

    private static void answer(HttpServletResponse response, String type, String text) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(type + ";charset=UTF-8");
        response.getWriter().write(text);
    }

    private static @Nullable String only(HttpServletRequest request, String parameter) {
        String[] values = request.getParameterValues(parameter);
        return values == null || values.length != 1 || values[0].isEmpty() ? null : values[0];
    }
}
