package org.preau.signin.agent;

import com.samskivert.mustache.Mustache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.pages.Pages;

/** Renders the real templates; a form is ours when its field {@code csrf} says so. */
final class FakePages implements Pages {
    private final Exchange exchange;

    FakePages(Exchange exchange) {
        this.exchange = exchange;
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
        Map<String, Object> all = new HashMap<>(model);
        all.put("text", Texts.of(anchor).all(localeOf(request)));
        all.put("csrf", "<input type=\"hidden\" name=\"csrf\" value=\"ours\">");
        try (var in = anchor.getResourceAsStream("pages/" + template + ".mustache")) {
            exchange.body = Mustache.compiler()
                    .escapeHTML(true)
                    .compile(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .execute(all);
        }
        exchange.status = status;
    }

    @Override
    public void error(HttpServletRequest request, HttpServletResponse response, PortalException failure) {
        throw failure;
    }

    @Override
    public void checkForm(HttpServletRequest request) {
        if (!"ours".equals(request.getParameter("csrf"))) {
            throw new PortalException(ErrorCode.FORBIDDEN, "not our form", null);
        }
    }

    @Override
    public Locale localeOf(HttpServletRequest request) {
        return Locale.FRENCH;
    }

    @Override
    public void seeOther(HttpServletResponse response, String location) {
        exchange.status = 303;
        exchange.headers.put("Location", location);
    }
}
