package org.preau.core.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sign-in page: the counters with their forms, or the news of an interruption. Needs no session, no script and no database. */
@Component(service = SignInScreen.class, configurationPid = "org.preau.core.session")
public final class SignInScreen {
    private static final Logger log = LoggerFactory.getLogger(SignInScreen.class);
    private static final String RETRY_SECONDS = "30";
    private static final Texts TEXTS = Texts.of(SignInScreen.class);

    private volatile String resumeAt;
    private final Pages pages;
    private final Counters counters;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public SignInScreen(
            SessionConfig config,
            @Reference Pages pages,
            @Reference Counters counters,
            @Reference PublicAddress address) {
        this.resumeAt = announced(config.resume_at());
        this.pages = pages;
        this.counters = counters;
        this.address = address;
    }

    /** Takes changed settings without going away: nobody who uses this notices. */
    @Modified
    void modified(SessionConfig config) {
        resumeAt = announced(config.resume_at());
    }

    /** The page stays up whatever the setting says. */
    private static String announced(String resumeAt) {
        try {
            Resumption.inWords(resumeAt, Locale.FRENCH);
            return resumeAt;
        } catch (IllegalArgumentException e) {
            log.warn("Nothing is announced on the sign-in page: {}", e.getMessage());
            return "";
        }
    }

    /** Shows the counters. */
    void show(HttpServletRequest request, HttpServletResponse response, boolean signedOut) throws IOException {
        render(request, response, 200, Failure.NONE, signedOut, false);
    }

    /** Shows the counters again, one of them with what went wrong. */
    void again(HttpServletRequest request, HttpServletResponse response, int status, String counter, String message)
            throws IOException {
        render(request, response, status, new Failure(counter, message), false, false);
    }

    /** Tells that nobody can sign in now, and when to try again. */
    void interrupted(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", RETRY_SECONDS);
        render(request, response, 503, Failure.NONE, false, true);
    }

    private void render(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            Failure failure,
            boolean signedOut,
            boolean interrupted)
            throws IOException {
        Locale locale = pages.localeOf(request);
        String resumes = Resumption.inWords(resumeAt, locale);
        String destination = Destination.of(address, request.getParameter("return"));
        boolean renew = request.getParameter("renew") != null;
        List<Map<String, Object>> shown = interrupted
                ? List.of()
                : counters.sorted().stream()
                        .map(counter -> CounterModel.of(counter, locale, failure, request, destination, renew))
                        .toList();
        pages.render(
                request,
                response,
                status,
                SignInScreen.class,
                "signin",
                Map.of(
                        "title",
                        TEXTS.text(locale, interrupted ? "interruptedTitle" : "signInTitle"),
                        "renew",
                        renew && !interrupted,
                        "signedOut",
                        signedOut,
                        "interrupted",
                        interrupted,
                        "announced",
                        !resumes.isEmpty(),
                        "resumes",
                        resumes.isEmpty() ? "" : TEXTS.text(locale, "resumesAt", resumes),
                        "again",
                        Destination.through("/signin", destination),
                        "return",
                        destination,
                        "nobody",
                        !interrupted && shown.isEmpty(),
                        "counters",
                        shown));
    }

    /**
     * What went wrong at a counter.
     *
     * @param counter its id, empty when nothing did
     * @param message what to tell
     */
    record Failure(String counter, String message) {
        static final Failure NONE = new Failure("", "");
    }
}
