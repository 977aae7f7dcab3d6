package org.preau.core.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;

/** {@code /signin/charter}: shows the charter before the first use of the portal and notes its acceptance (213). */
@Component(configurationPid = "org.preau.core.session")
public final class CharterEndpoint implements HttpEndpoint {
    static final String PATH = "/signin/charter";
    private static final Texts TEXTS = Texts.of(CharterEndpoint.class);

    private volatile String version;
    private final CharterText text;
    private final SignInDesks desks;
    private final Pages pages;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public CharterEndpoint(
            SessionConfig config,
            @Reference SignInDesks desks,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this(config, new CharterText(Path.of(System.getProperty("karaf.etc", "etc"))), desks, pages, address);
    }

    CharterEndpoint(SessionConfig config, CharterText text, SignInDesks desks, Pages pages, PublicAddress address) {
        this.version = config.charter_version();
        this.text = text;
        this.desks = desks;
        this.pages = pages;
        this.address = address;
    }

    /** Takes changed settings without going away: nobody who uses this notices. */
    @Modified
    void modified(SessionConfig config) {
        version = config.charter_version();
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Methods.requirePath(request, PATH);
        if (!Methods.posts(request) && !Methods.reads(request)) {
            Methods.refuse(response, "GET, HEAD, POST");
            return;
        }
        SignInDesk desk =
                desks.open().orElseThrow(() -> new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "deskClosed"));
        String destination = Destination.of(address, request.getParameter("return"));
        switch (desk.standing(request)) {
            case OUT -> pages.seeOther(response, Destination.through(SignInEndpoint.PATH, destination));
            case IN -> pages.seeOther(response, destination);
            case CHARTER -> waiting(desk, request, response, destination);
        }
    }

    private void waiting(SignInDesk desk, HttpServletRequest request, HttpServletResponse response, String destination)
            throws IOException {
        if (Methods.posts(request)) {
            pages.checkForm(request);
            if (!version.equals(request.getParameter("version"))) {
                pages.seeOther(response, Destination.through(PATH, destination));
                return;
            }
            desk.acceptCharter(request);
            pages.seeOther(response, destination);
            return;
        }
        Locale locale = pages.localeOf(request);
        pages.render(
                request,
                response,
                200,
                CharterEndpoint.class,
                "charter",
                Map.of(
                        "title", TEXTS.text(locale, "charterTitle"),
                        "charter", text.html(locale),
                        "version", version,
                        "versionLine", TEXTS.text(locale, "charterVersion", version),
                        "return", destination));
    }
}
