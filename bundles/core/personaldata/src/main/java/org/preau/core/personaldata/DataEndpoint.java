package org.preau.core.personaldata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppCatalogue;
import org.preau.api.app.AppCatalogue.AppStatus;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** {@code /account/data}: "My data": what the portal keeps about the user, and the archive of it (41B, right of access). */
@Component
public final class DataEndpoint implements HttpEndpoint {
    static final String PATH = "/account/data";
    private static final String FILE = "/account/data/archive.zip";
    private static final Texts TEXTS = Texts.of(DataEndpoint.class);

    private final Takeouts takeouts;
    private final Parts parts;
    private final PortalSessions sessions;
    private final Pages pages;
    private final AppCatalogue applications;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public DataEndpoint(
            @Reference Takeouts takeouts,
            @Reference Parts parts,
            @Reference PortalSessions sessions,
            @Reference Pages pages,
            @Reference AppCatalogue applications,
            @Reference Clock clock) {
        this.takeouts = takeouts;
        this.parts = parts;
        this.sessions = sessions;
        this.pages = pages;
        this.applications = applications;
        this.clock = clock;
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
            pages.seeOther(response, "/signin?return=%2Faccount%2Fdata");
            return;
        }
        sessions.touch(session.id());
        String asked = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        boolean reads = List.of("GET", "HEAD").contains(request.getMethod());
        if (asked.equals(FILE) && reads) {
            send(session, response);
        } else if (asked.equals(PATH) && reads) {
            show(session, request, response);
        } else if (asked.equals(PATH) && request.getMethod().equals("POST")) {
            pages.checkForm(request);
            takeouts.ask(session);
            pages.seeOther(response, PATH);
        } else {
            throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "unknown");
        }
    }

    private void show(PortalSession session, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = pages.localeOf(request);
        Optional<Takeout> takeout = takeouts.of(session.accountId());
        Map<String, Object> model = new HashMap<>();
        model.put("title", TEXTS.text(locale, "title"));
        model.put("action", PATH);
        model.put("file", FILE);
        model.put("parts", names(session, locale));
        model.put("asked", is(takeout, Takeout.State.ASKED));
        model.put("ready", is(takeout, Takeout.State.READY));
        model.put("failed", is(takeout, Takeout.State.FAILED));
        model.put("ask", !is(takeout, Takeout.State.ASKED));
        model.put(
                "incomplete", takeout.filter(each -> !each.missing().isEmpty()).isPresent());
        model.put("fetch", takeout.map(each -> fetch(each, locale)).orElse(""));
        pages.render(request, response, HttpServletResponse.SC_OK, DataEndpoint.class, "data", model);
    }

    /** Of the applications only his: a pupil reads nothing of the administration. What one that was switched off keeps is in the archive all the same. */
    private List<String> names(PortalSession session, Locale locale) {
        Set<String> others = ids(applications.all());
        others.removeAll(ids(applications.visibleTo(session)));
        return parts.all().stream()
                .map(Parts.Part::data)
                .filter(data -> !others.contains(data.id()))
                .map(data -> data.name().in(locale))
                .distinct()
                .toList();
    }

    private static Set<String> ids(List<AppStatus> applications) {
        return applications.stream().map(each -> each.descriptor().id()).collect(Collectors.toCollection(HashSet::new));
    }

    private String fetch(Takeout takeout, Locale locale) {
        String until = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(takeout.until().atZone(clock.getZone()));
        return TEXTS.text(locale, "fetch", Math.max(1, takeout.size() >> 10), until);
    }

    private static boolean is(Optional<Takeout> takeout, Takeout.State state) {
        return takeout.filter(each -> each.state() == state).isPresent();
    }

    private void send(PortalSession session, HttpServletResponse response) throws IOException {
        Takeout takeout = takeouts.of(session.accountId()).orElseThrow(DataEndpoint::unknown);
        try (InputStream content = takeouts.open(session, takeout).orElseThrow(DataEndpoint::unknown)) {
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"mes-donnees.zip\"");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentLengthLong(takeout.size());
            content.transferTo(response.getOutputStream());
        }
    }

    private static PortalException unknown() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "unknown");
    }
}
