package org.preau.core.shell.webapp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.core.shell.Neighbours;
import org.preau.core.shell.ShellTexts;
import org.preau.ui.kit.KitResources;

/**
 * The files that make the portal installable, at the addresses where browsers want them; shown to everybody, without a session. The name is the academy's. The service worker keeps one page: the one that says that
 * there is no connection.
 */
@Component(service = WebAppFiles.class)
public final class WebAppFiles {
    private final Neighbours neighbours;

    /** Called by the component runtime. */
    @Activate
    public WebAppFiles(@Reference Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Answers the request if it is for one of these files. */
    public boolean serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getRequestURI()) {
            case "/manifest.webmanifest" -> write(response, "application/manifest+json", manifest());
            case "/sw.js" -> write(response, "text/javascript", resource("sw.js"));
            case "/offline.html" -> write(response, "text/html", offline(request));
            case "/icon.svg" -> write(response, "image/svg+xml", icon());
            default -> {
                return false;
            }
        }
        return true;
    }

    private String manifest() {
        Branding branding = Branding.of(neighbours);
        return resource("manifest.json")
                .replace("{name}", json(branding.name()))
                .replace("{accent}", branding.accent())
                .replace("{icon192}", KitResources.url(WebAppFiles.class, "icon-192.png"))
                .replace("{icon512}", KitResources.url(WebAppFiles.class, "icon-512.png"));
    }

    private String icon() {
        return resource("icon.svg").replace("#1d4f91", Branding.of(neighbours).accent());
    }

    private String offline(HttpServletRequest request) {
        Locale locale = neighbours.pages().map(pages -> pages.localeOf(request)).orElse(Locale.FRENCH);
        return resource("offline.html")
                .replace("{lang}", locale.getLanguage())
                .replace("{title}", ShellTexts.text(locale, "offline.title"))
                .replace("{text}", ShellTexts.text(locale, "offline.text"))
                .replace("{again}", ShellTexts.text(locale, "offline.again"));
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type + ";charset=utf-8");
        response.setHeader("Cache-Control", "max-age=300");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String resource(String name) {
        try (InputStream in = WebAppFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(name, e);
        }
    }
}
