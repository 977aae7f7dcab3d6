package org.preau.core.connect.services;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.core.connect.consent.Consents;
import org.preau.core.connect.consent.Wards;

/** {@code /connect/services}: "My services", for oneself and for the children whose legal guardian one is. Posting {@code connector} and {@code child} takes an agreement back. */
@Component
public final class ServicesEndpoint implements HttpEndpoint {
    /** Its address. */
    public static final String PATH = "/connect/services";

    private static final Texts TEXTS = Texts.of(ServicesEndpoint.class);

    private final ServicesPage page;
    private final Consents consents;
    private final Wards wards;
    private final PortalSessions sessions;
    private final Pages pages;

    /** Answers by these. */
    @Activate
    public ServicesEndpoint(
            @Reference ServicesPage page,
            @Reference Consents consents,
            @Reference Wards wards,
            @Reference PortalSessions sessions,
            @Reference Pages pages) {
        this.page = page;
        this.consents = consents;
        this.wards = wards;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        PortalSession session = sessions.current(request).orElse(null);
        if (session == null) {
            pages.seeOther(response, "/signin?return=%2Fconnect%2Fservices");
            return;
        }
        String rest = request.getPathInfo();
        if (!PATH.equals(request.getServletPath() + (rest == null ? "" : rest))) {
            throw unknown();
        }
        sessions.touch(session.id());
        switch (request.getMethod()) {
            case "GET", "HEAD" ->
                pages.render(
                        request,
                        response,
                        HttpServletResponse.SC_OK,
                        ServicesEndpoint.class,
                        "services",
                        page.model(session, pages.localeOf(request)));
            case "POST" -> {
                pages.checkForm(request);
                withdraw(session, request.getParameter("connector"), request.getParameter("child"));
                pages.seeOther(response, PATH);
            }
            default -> {
                response.setHeader("Allow", "GET, HEAD, POST");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void withdraw(PortalSession session, @Nullable String connector, @Nullable String child) {
        if (connector == null || !connector.matches("[a-z0-9_]+")) {
            throw unknown();
        }
        consents.withdraw(session, personOf(session, child), connector);
    }

    private UUID personOf(PortalSession session, @Nullable String child) {
        if (child == null || child.isEmpty()) {
            if (!Wards.decidesForHimself(session)) {
                throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "services.pupil");
            }
            return session.personId();
        }
        try {
            return wards.of(session, UUID.fromString(child)).stream()
                    .findFirst()
                    .orElseThrow(ServicesEndpoint::unknown)
                    .personId();
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static PortalException unknown() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "services.unknown");
    }
}
