package org.preau.core.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;

/**
 * {@code /signin}: the sign-in page; who is signed in already goes on to {@code return}, but for {@code renew=1}: a service wants him to prove anew who he is, and he gets another session then.
 */
@Component
public final class SignInEndpoint implements HttpEndpoint {
    static final String PATH = "/signin";

    private final SignInScreen screen;
    private final SignInDesks desks;
    private final Pages pages;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public SignInEndpoint(
            @Reference SignInScreen screen,
            @Reference SignInDesks desks,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this.screen = screen;
        this.desks = desks;
        this.pages = pages;
        this.address = address;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Methods.requirePath(request, PATH);
        if (!Methods.reads(request)) {
            Methods.refuse(response, "GET, HEAD");
            return;
        }
        Optional<SignInDesk> desk = desks.open();
        if (desk.isEmpty()) {
            screen.interrupted(request, response);
            return;
        }
        SignInDesk.Standing standing;
        try {
            standing = desk.get().standing(request);
        } catch (PortalException e) {
            if (e.code() != ErrorCode.UNAVAILABLE) {
                throw e;
            }
            screen.interrupted(request, response);
            return;
        }
        if (request.getParameter("renew") != null) {
            screen.show(request, response, false);
            return;
        }
        String destination = Destination.of(address, request.getParameter("return"));
        switch (standing) {
            case IN -> pages.seeOther(response, destination);
            case CHARTER -> pages.seeOther(response, Destination.through(CharterEndpoint.PATH, destination));
            case OUT -> screen.show(request, response, request.getParameter("signedout") != null);
        }
    }
}
