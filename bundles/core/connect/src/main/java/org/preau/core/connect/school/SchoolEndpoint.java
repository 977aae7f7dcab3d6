package org.preau.core.connect.school;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;
import org.preau.api.signin.PortalSessions;

/** {@code /connect/school/<id>?back=…}: asks in which school the user goes to that service, then leads back to the protocol that wants to know. */
@Component
public final class SchoolEndpoint implements HttpEndpoint {
    /** Address, followed by the connector's id. */
    static final String PATH = "/connect/school/";

    private static final Texts TEXTS = Texts.of(SchoolEndpoint.class);

    private final AskedSchoolChoice choice;
    private final ConnectorCatalogue catalogue;
    private final PortalSessions sessions;
    private final Pages pages;
    private final PublicAddress address;

    /** Answers by these. */
    @Activate
    public SchoolEndpoint(
            @Reference AskedSchoolChoice choice,
            @Reference ConnectorCatalogue catalogue,
            @Reference PortalSessions sessions,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this.choice = choice;
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.pages = pages;
        this.address = address;
    }

    @Override
    public String path() {
        return "/connect/school";
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String back = address.safeReturn(request.getParameter("back"));
        Optional<PortalSession> session = sessions.current(request);
        response.setHeader("Cache-Control", "no-store");
        if (session.isEmpty()) {
            String here = PATH + id(request) + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
            pages.seeOther(response, "/signin?return=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
            return;
        }
        PortalSession his = session.get();
        Connector connector = catalogue.byId(id(request)).orElseThrow(SchoolEndpoint::unknown);
        List<Context> choices = choice.choices(his, connector);
        if (choices.isEmpty()) {
            throw unknown();
        }
        switch (request.getMethod()) {
            case "GET", "HEAD" -> ask(request, response, connector, choices, back);
            case "POST" -> {
                pages.checkForm(request);
                sessions.touch(his.id());
                choice.choose(his, connector, chosen(request, choices));
                pages.seeOther(response, back);
            }
            default -> {
                response.setHeader("Allow", "GET, HEAD, POST");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void ask(
            HttpServletRequest request,
            HttpServletResponse response,
            Connector connector,
            List<Context> choices,
            String back)
            throws IOException {
        Locale locale = pages.localeOf(request);
        String name = connector.name().in(locale);
        List<Map<String, String>> schools = new ArrayList<>();
        for (Context each : choices) {
            schools.add(Map.of(
                    "value", value(each),
                    "name", each.structureName(),
                    "profile", TEXTS.text(locale, "profile." + each.profile().name())));
        }
        pages.render(
                request,
                response,
                HttpServletResponse.SC_OK,
                SchoolEndpoint.class,
                "school",
                Map.of(
                        "title",
                        TEXTS.text(locale, "title", name),
                        "action",
                        PATH + connector.id(),
                        "back",
                        back,
                        "schools",
                        schools));
    }

    private static Context chosen(HttpServletRequest request, List<Context> choices) {
        return choices.stream()
                .filter(each -> value(each).equals(request.getParameter("school")))
                .findFirst()
                .orElseThrow(() -> new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "none"));
    }

    private static String value(Context context) {
        return context.structureId() + "." + context.profile();
    }

    private static String id(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        String id = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
        if (!id.matches("[a-z0-9_]+")) {
            throw unknown();
        }
        return id;
    }

    private static PortalException unknown() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "unknown");
    }
}
