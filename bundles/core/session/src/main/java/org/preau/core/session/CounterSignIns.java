package org.preau.core.session;

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
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.signin.SignIns;

/** What counters call. Always there; while the database is away nobody can be signed in. */
@Component
public final class CounterSignIns implements SignIns {
    private static final Texts TEXTS = Texts.of(CounterSignIns.class);

    private final SignInDesks desks;
    private final SignInScreen screen;
    private final Pages pages;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public CounterSignIns(
            @Reference SignInDesks desks,
            @Reference SignInScreen screen,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this.desks = desks;
        this.screen = screen;
        this.pages = pages;
        this.address = address;
    }

    @Override
    public UUID proven(
            HttpServletRequest request,
            HttpServletResponse response,
            String counter,
            UUID accountId,
            @Nullable String returnTo)
            throws IOException {
        SignInDesk.Opened opened = desk().open(request, counter, accountId);
        SignOutEndpoint.discardHttpSession(request);
        SessionCookie.set(response, opened.token(), address.secure());
        opened.device().ifPresent(device -> device.set(response, address.secure()));
        String destination = Destination.of(address, returnTo);
        pages.seeOther(
                response, opened.charterWaits() ? Destination.through(CharterEndpoint.PATH, destination) : destination);
        return opened.sessionId();
    }

    @Override
    public void again(
            HttpServletRequest request, HttpServletResponse response, String counter, String message, int status)
            throws IOException {
        if (desks.open().isEmpty()) {
            screen.interrupted(request, response);
        } else {
            screen.again(request, response, status, counter, message);
        }
    }

    @Override
    public void acceptCharter(UUID accountId) {
        desk().acceptCharter(accountId);
    }

    private SignInDesk desk() {
        return desks.open().orElseThrow(() -> new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "deskClosed"));
    }
}
