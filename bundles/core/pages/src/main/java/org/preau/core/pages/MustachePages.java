package org.preau.core.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.http.PublicAddress;
import org.preau.api.http.StaticResources;
import org.preau.api.keys.Keys;
import org.preau.api.pages.Charter;
import org.preau.api.pages.Pages;
import org.preau.api.supervision.Faults;

/** Pages by JMustache. Needs no session, no database, no script. */
@Component(service = Pages.class)
public final class MustachePages implements Pages {
    /** Holds a browser's half of the token of its forms. */
    static final String FORM_COOKIE = "preau_form";

    private static final String FORM_FIELD = "preau_token";
    private static final String SCRIPT = "script";
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Keys keys;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Faults faults;

    private final Charter charter;
    private final PublicAddress address;
    private final Templates templates = new Templates();
    private final FormTokens tokens = new FormTokens(() -> keys, Clock.systemUTC());
    private final ErrorPages errors = new ErrorPages(this, () -> faults);
    private final List<String> sheets;
    private final String icon;
    private final String policy;

    /** Pages in this charter. */
    @Activate
    public MustachePages(
            @Reference Charter charter, @Reference StaticResources resources, @Reference PublicAddress address) {
        this.charter = charter;
        this.address = address;
        this.icon = resources.url(MustachePages.class, "icon.svg");
        List<String> all = new ArrayList<>(charter.styleSheets());
        all.add(resources.url(MustachePages.class, "page.css"));
        this.sheets = List.copyOf(all);
        this.policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:"
                + originOf(charter.logoUrl()) + "; base-uri 'none'; frame-ancestors 'none'";
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
            throw new IllegalArgumentException("the model of page " + template + " has no title");
        }
        Locale locale = localeOf(request);
        rememberLanguage(request, response);
        DrawnPage page = Languages.isPlain(request)
                ? templates.kept(
                        anchor,
                        new DrawnPage.Source(
                                template,
                                locale,
                                request.getRequestURI(),
                                List.of(charter.name(), charter.logoUrl()),
                                model),
                        source -> draw(request, anchor, template, model, locale))
                : draw(request, anchor, template, model, locale);
        response.setHeader("Content-Security-Policy", policy + PageExtras.policy(model));
        write(response, status, locale, page.filled(page.hasGaps() ? hiddenField(request, response) : ""));
    }

    private DrawnPage draw(
            HttpServletRequest request, Class<?> anchor, String template, Map<String, ?> model, Locale locale) {
        Map<String, Object> shown = new HashMap<>(model);
        shown.put("text", templates.texts(anchor, locale));
        shown.put("lang", locale.getLanguage());
        shown.put("csrf", DrawnPage.GAP);
        String main = templates.template(anchor, template).execute(shown) + PageExtras.inline(model);
        return new DrawnPage(layout(request, locale, model, main));
    }

    @Override
    public void error(HttpServletRequest request, HttpServletResponse response, PortalException failure)
            throws IOException {
        errors.write(request, response, failure);
    }

    @Override
    public void checkForm(HttpServletRequest request) {
        String cookie = Languages.cookie(request, FORM_COOKIE);
        String token = request.getParameter(FORM_FIELD);
        boolean ours = request.getMethod().equals("POST")
                && FormOrigin.isOurs(request, address.origin())
                && cookie != null
                && FormTokens.looksRight(cookie)
                && token != null
                && tokens.matches(cookie, token);
        if (!ours) {
            throw new PortalException(ErrorCode.FORBIDDEN, "not a form of ours for this browser", null);
        }
    }

    @Override
    public Locale localeOf(HttpServletRequest request) {
        return Languages.of(request);
    }

    @Override
    public void seeOther(HttpServletResponse response, String location) throws IOException {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
        response.setHeader("Cache-Control", "no-store");
    }

    private String layout(HttpServletRequest request, Locale locale, Map<String, ?> model, String main) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("text", templates.texts(MustachePages.class, locale));
        frame.put("lang", locale.getLanguage());
        frame.put("title", model.get("title"));
        frame.put("wide", Boolean.TRUE.equals(model.get("wide")));
        frame.put("academy", charter.name());
        frame.put("logo", charter.logoUrl().isEmpty() ? icon : charter.logoUrl());
        frame.put("icon", icon);
        frame.put("sheets", sheets);
        frame.put("languages", Languages.others(request, locale));
        frame.put(SCRIPT, Objects.requireNonNullElse(model.get(SCRIPT), ""));
        frame.put("scripted", model.containsKey(SCRIPT));
        frame.put("main", main);
        return templates.template(MustachePages.class, "layout").execute(frame);
    }

    private void write(HttpServletResponse response, int status, Locale locale, byte[] bytes) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", locale.getLanguage());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private String hiddenField(HttpServletRequest request, HttpServletResponse response) {
        String cookie = Languages.cookie(request, FORM_COOKIE);
        if (cookie == null || !FormTokens.looksRight(cookie)) {
            cookie = tokens.newCookie();
            Cookie fresh = cookie(FORM_COOKIE, cookie);
            fresh.setHttpOnly(true);
            response.addCookie(fresh);
        }
        return "<input type=\"hidden\" name=\"" + FORM_FIELD + "\" value=\"" + tokens.tokenFor(cookie) + "\">";
    }

    private void rememberLanguage(HttpServletRequest request, HttpServletResponse response) {
        Locale chosen = Languages.chosen(request);
        if (chosen != null) {
            Cookie kept = cookie(Languages.COOKIE, chosen.getLanguage());
            kept.setMaxAge(YEAR);
            response.addCookie(kept);
        }
    }

    private Cookie cookie(String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setSecure(address.secure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static String originOf(String url) {
        if (!url.startsWith("https:")) {
            return "";
        }
        URI uri = URI.create(url);
        return " " + uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
