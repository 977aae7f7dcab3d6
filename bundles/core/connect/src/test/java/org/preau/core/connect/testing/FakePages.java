package org.preau.core.connect.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.preau.api.base.PortalException;
import org.preau.api.pages.Pages;

/** Writes the name of the page and its model; fails as the real one would when the template is not there. */
public final class FakePages implements Pages {
    private final AtomicInteger checked = new AtomicInteger();
    private final AtomicReference<Shown> shown = new AtomicReference<>();

    /**
     * A page.
     *
     * @param anchor beside which class its template lies
     * @param template name of the template
     * @param model what it shows
     */
    public record Shown(Class<?> anchor, String template, Map<String, ?> model) {}

    /** The page shown last. */
    public Shown shown() {
        return Objects.requireNonNull(shown.get());
    }

    @Override
    public void render(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            Class<?> anchor,
            String template,
            Map<String, ?> model)
            throws IOException {
        try (InputStream there = anchor.getResourceAsStream("pages/" + template + ".mustache")) {
            if (there == null || !model.containsKey("title")) {
                throw new IllegalStateException("no template " + template + ", or no title");
            }
        }
        shown.set(new Shown(anchor, template, model));
        write(response, status, "page " + template + " " + model);
    }

    @Override
    public void error(HttpServletRequest request, HttpServletResponse response, PortalException failure)
            throws IOException {
        write(response, failure.code().httpStatus(), failure.userMessage(Locale.ENGLISH));
    }

    @Override
    public void checkForm(HttpServletRequest request) {
        checked.incrementAndGet();
    }

    /** How many posted forms were checked. */
    public int checked() {
        return checked.get();
    }

    @Override
    public Locale localeOf(HttpServletRequest request) {
        return Locale.FRENCH;
    }

    @Override
    public void seeOther(HttpServletResponse response, String location) {
        response.setHeader("Location", location);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private static void write(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(text);
    }
}
