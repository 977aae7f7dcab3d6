package org.preau.core.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;

/**
 * {@code /signout}: ends the session by a form, so that no other site can do it; a plain GET shows the form's one button. A path of the portal in
 * {@code return} is where the browser goes afterwards (a protocol's own sign-out), once the steps on the way out are taken and the counter's own provider knows.
 */
@Component
public final class SignOutEndpoint implements HttpEndpoint {
    private static final String PATH = "/signout";
    private static final Texts TEXTS = Texts.of(SignOutEndpoint.class);

    private final SignInDesks desks;
    private final WayOut wayOut;
    private final Pages pages;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public SignOutEndpoint(
            @Reference SignInDesks desks,
            @Reference WayOut wayOut,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this.desks = desks;
        this.wayOut = wayOut;
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
        if (Methods.posts(request)) {
            pages.checkForm(request);
            Optional<PortalSession> ended = desks.open()
                    .orElseThrow(() -> new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "deskClosed"))
                    .signOut(request);
            SessionCookie.clear(response, address.secure());
            discardHttpSession(request);
            String wanted = address.safeReturn(request.getParameter("return"));
            String last = wanted.equals("/") ? SignInEndpoint.PATH + "?signedout=1" : wanted;
            pages.seeOther(
                    response, ended.map(session -> wayOut.of(session, last)).orElse(last));
        } else if (Methods.reads(request)) {
            Locale locale = pages.localeOf(request);
            pages.render(
                    request,
                    response,
                    200,
                    SignOutEndpoint.class,
                    "signout",
                    Map.of(
                            "title",
                            TEXTS.text(locale, "signOutTitle"),
                            "return",
                            address.safeReturn(request.getParameter("return"))));
        } else {
            Methods.refuse(response, "GET, HEAD, POST");
        }
    }

    static void discardHttpSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
