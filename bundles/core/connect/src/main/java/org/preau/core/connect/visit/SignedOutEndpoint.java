package org.preau.core.connect.visit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.core.connect.DeployedParts;
import org.preau.core.connect.visit.ServiceLine.Result;
import org.preau.core.connect.visit.SqlFarewells.Farewell;

/**
 * {@code /connect/signedout/<token>}: which services know that the user is gone. Loads itself anew without script while some have not answered, then leads on. Needs no session: there is none any more.
 */
@Component
public final class SignedOutEndpoint implements HttpEndpoint {
    /** Address, followed by a slash and the token. */
    static final String PATH = "/connect/signedout";

    private static final String NOBODY = "/signin?signedout=1";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LOOK_AGAIN = 2;
    private static final int ALL_WELL = 4;
    private static final int READ_FIRST = 40;
    private static final Texts TEXTS = Texts.of(SignedOutEndpoint.class);

    private final SqlFarewells farewells;
    private final SqlVisits visits;
    private final ConnectorCatalogue catalogue;
    private final DeployedParts parts;
    private final Pages pages;

    /** Answers by these. */
    @Activate
    public SignedOutEndpoint(
            @Reference SqlFarewells farewells,
            @Reference SqlVisits visits,
            @Reference ConnectorCatalogue catalogue,
            @Reference DeployedParts parts,
            @Reference Pages pages) {
        this.farewells = farewells;
        this.visits = visits;
        this.catalogue = catalogue;
        this.parts = parts;
        this.pages = pages;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        String token = path.length() > PATH.length() ? path.substring(PATH.length() + 1) : "";
        Optional<Farewell> farewell = farewells.find(token);
        if (farewell.isEmpty()) {
            pages.seeOther(response, NOBODY);
            return;
        }
        show(request, response, farewell.get());
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Farewell farewell) throws IOException {
        List<ServiceLine> lines = ServiceLine.of(visits.of(farewell.sessionId()), catalogue, parts);
        boolean waiting = farewell.age().compareTo(PATIENCE) < 0
                && lines.stream().anyMatch(line -> line.result() == Result.PENDING);
        boolean well = lines.stream().allMatch(line -> line.result().compareTo(Result.BY_FRAME) <= 0);
        response.setHeader(
                "Refresh",
                waiting
                        ? String.valueOf(LOOK_AGAIN)
                        : (well ? ALL_WELL : READ_FIRST) + "; url=" + headerSafe(farewell.next()));
        Locale locale = pages.localeOf(request);
        List<String> frames = lines.stream()
                .flatMap(line -> line.frames().stream())
                .map(URI::toASCIIString)
                .filter(frame -> frame.matches("https?://.+|/[^/].*"))
                .distinct()
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("title", TEXTS.text(locale, "title"));
        model.put("lines", model(lines, locale, waiting));
        model.put("waiting", waiting);
        model.put("well", well && !waiting);
        model.put("trouble", !well && !waiting);
        model.put("next", farewell.next());
        model.put("frames", frames);
        pages.render(request, response, HttpServletResponse.SC_OK, SignedOutEndpoint.class, "signedout", model);
    }

    private static List<Map<String, Object>> model(List<ServiceLine> lines, Locale locale, boolean waiting) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (ServiceLine line : lines) {
            Result result = line.result() == Result.PENDING && !waiting ? Result.SILENT : line.result();
            boolean byHand = result == Result.BY_HAND || result == Result.SILENT;
            shown.add(Map.of(
                    "name", line.connector().name().in(locale),
                    "result", TEXTS.text(locale, "result." + result),
                    "byHand", byHand,
                    "address",
                            line.connector()
                                    .logoutUrl()
                                    .orElse(line.connector().launchUrl())
                                    .toASCIIString()));
        }
        return shown;
    }

    /** Addresses come encoded; a semicolon or a line break of a doubtful one must not end the value. */
    private static String headerSafe(String next) {
        return next.replaceAll("[\\p{Cntrl} \"'<>]", "");
    }
}
