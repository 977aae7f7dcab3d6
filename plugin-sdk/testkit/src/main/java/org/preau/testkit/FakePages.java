package org.preau.testkit;

import com.samskivert.mustache.Mustache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.pages.Pages;

/** Renders a plugin's real templates, without the portal's frame; a posted form is the portal's own when its field {@code csrf} holds {@value #OURS}. */
public final class FakePages implements Pages {
    /** What the hidden field of the portal's own forms holds. */
    public static final String OURS = "ours";

    private final List<Shown> shown = new ArrayList<>();
    private Locale locale = Locale.FRENCH;

    /**
     * A page that was shown.
     *
     * @param status its status
     * @param anchor class beside which its template lies
     * @param template name of the template
     * @param model what it shows
     */
    public record Shown(int status, Class<?> anchor, String template, Map<String, ?> model) {}

    /** The pages shown, in order. */
    public List<Shown> shown() {
        return List.copyOf(shown);
    }

    /** Speaks that language from now on. */
    public FakePages speak(Locale language) {
        locale = language;
        return this;
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
        if (!model.containsKey("title")) {
            throw new IllegalStateException("the page " + template + " has no title");
        }
        Map<String, Object> all = new HashMap<>(model);
        all.put("text", Texts.of(anchor).all(locale));
        all.put("csrf", "<input type=\"hidden\" name=\"csrf\" value=\"" + OURS + "\">");
        String html;
        try (InputStream in = anchor.getResourceAsStream("pages/" + template + ".mustache")) {
            if (in == null) {
                throw new IllegalStateException("no pages/" + template + ".mustache beside " + anchor.getName());
            }
            html = Mustache.compiler()
                    .escapeHTML(true)
                    .compile(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .execute(all);
        }
        shown.add(new Shown(status, anchor, template, model));
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(html);
    }

    /** Throws the failure: a test expects it, or fails by it. */
    @Override
    public void error(HttpServletRequest request, HttpServletResponse response, PortalException failure) {
        throw failure;
    }

    @Override
    public void checkForm(HttpServletRequest request) {
        if (!OURS.equals(request.getParameter("csrf"))) {
            throw new PortalException(ErrorCode.FORBIDDEN, "not a form of the portal's", null);
        }
    }

    @Override
    public Locale localeOf(HttpServletRequest request) {
        return locale;
    }

    @Override
    public void seeOther(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }
}
