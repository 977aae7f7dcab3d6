package org.preau.sso.cas;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSessions;

/** The addresses of the CAS server, below {@code /sso/cas}. */
@Component
public final class CasEndpoint implements HttpEndpoint {
    private static final String PATH = "/sso/cas";

    private final CasLogin login;
    private final TicketValidation validation;

    /** Answers by these. */
    @Activate
    public CasEndpoint(
            @Reference ConnectorCatalogue catalogue,
            @Reference ReleaseGate gate,
            @Reference SqlTickets tickets,
            @Reference PortalSessions sessions,
            @Reference Pages pages) {
        login = new CasLogin(catalogue, gate, tickets, sessions, pages);
        validation = new TicketValidation(tickets, catalogue, sessions);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = below(request);
        if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        switch (path) {
            case "/login" -> login.login(request, response);
            case "/logout" -> login.logout(request, response);
            case "/validate" -> answer(response, "text/plain", plain(validation.judge(request)));
            case "/serviceValidate", "/p3/serviceValidate" -> validate(request, response);
            default -> throw new PortalException(ErrorCode.NOT_FOUND, "CAS answers nothing at " + path, null);
        }
    }

    /** The servlet that calls stands at the reserved prefix, above this endpoint's path. */
    private static String below(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        return path.substring(PATH.length());
    }

    private void validate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Verdict verdict = validation.judge(request);
        if ("JSON".equalsIgnoreCase(request.getParameter("format"))) {
            answer(response, "application/json", CasJson.write(verdict));
        } else {
            answer(response, "application/xml", CasXml.write(verdict));
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
}
