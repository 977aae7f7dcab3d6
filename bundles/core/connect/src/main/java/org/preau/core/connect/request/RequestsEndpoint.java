package org.preau.core.connect.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorRequests;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/**
 * {@code /connect/requests}: the connectors asked for within an administrator's perimeter; {@code /connect/requests/new?template=…} asks for one, {@code /connect/requests/<id>} shows what would leave and takes a request on. What somebody may
 * not see does not exist for him.
 */
@Component
public final class RequestsEndpoint implements HttpEndpoint {
    static final String PATH = "/connect/requests";
    private static final Texts TEXTS = Texts.of(DefaultConnectorRequests.class);

    private final ConnectorRequests requests;
    private final RequestPages shown;
    private final Structures structures;
    private final PortalSessions sessions;
    private final Pages pages;

    /** Answers by these. */
    @Activate
    public RequestsEndpoint(
            @Reference ConnectorRequests requests,
            @Reference RequestPages shown,
            @Reference Structures structures,
            @Reference PortalSessions sessions,
            @Reference Pages pages) {
        this.requests = requests;
        this.shown = shown;
        this.structures = structures;
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
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        PortalSession session = sessions.current(request).orElse(null);
        if (session == null) {
            String back = path.matches("[a-z0-9_/-]+") ? path : PATH;
            pages.seeOther(response, "/signin?return=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
            return;
        }
        sessions.touch(session.id());
        String rest = path.equals(PATH) ? "" : path.substring(PATH.length() + 1);
        switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                if (rest.isEmpty()) {
                    shown.list(request, response, session);
                } else if (rest.equals("new")) {
                    shown.form(request, response, session);
                } else {
                    shown.one(request, response, session, id(rest));
                }
            }
            case "POST" -> {
                pages.checkForm(request);
                UUID id = rest.equals("new") ? made(request, session) : acted(request, session, id(rest));
                pages.seeOther(response, PATH + "/" + id);
            }
            default -> {
                response.setHeader("Allow", "GET, HEAD, POST");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private UUID made(HttpServletRequest request, PortalSession session) {
        Map<String, String> values = new HashMap<>();
        request.getParameterMap().forEach((name, all) -> {
            if (name.startsWith("blank.") && all.length == 1) {
                values.put(name.substring("blank.".length()), all[0]);
            }
        });
        UUID structure = structures(request).stream().findFirst().orElseThrow(RequestsEndpoint::unknown);
        return requests.request(session.subject(), structure, text(request, "template"), values)
                .id();
    }

    private UUID acted(HttpServletRequest request, PortalSession session, UUID id) {
        switch (text(request, "act")) {
            case "check" -> requests.check(session.subject(), id);
            case "accept" -> requests.accept(session.subject(), id);
            case "refuse" -> requests.refuse(session.subject(), id, text(request, "reason"));
            case "reconsider" -> requests.reconsider(session.subject(), id);
            case "withdraw" -> requests.withdraw(session.subject(), id);
            case "open" -> requests.open(session.subject(), id, structures(request));
            case "close" -> requests.close(session.subject(), id, structures(request));
            default -> throw unknown();
        }
        return id;
    }

    private Set<UUID> structures(HttpServletRequest request) {
        return Arrays.stream(text(request, "structure").split("[,\\s]+"))
                .filter(code -> !code.isEmpty())
                .map(code -> structures
                        .byCode(code)
                        .map(Structure::id)
                        .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "error.structure", code)))
                .collect(Collectors.toSet());
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static PortalException unknown() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "error.unknown");
    }
}
