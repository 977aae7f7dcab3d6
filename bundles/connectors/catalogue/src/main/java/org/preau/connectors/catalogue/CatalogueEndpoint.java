package org.preau.connectors.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;

/** {@code /connect/catalogue}: for everybody, signed in or not. Tells no address, no audience and nothing about users. */
@Component
public final class CatalogueEndpoint implements HttpEndpoint {
    static final String PATH = "/connect/catalogue";
    private static final Texts TEXTS = Texts.of(CatalogueEndpoint.class);

    private final Entries entries;
    private final Pages pages;

    /** Shows these. */
    @Activate
    public CatalogueEndpoint(@Reference Entries entries, @Reference Pages pages) {
        this.entries = entries;
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
        response.setHeader("Cache-Control", "no-cache");
        Locale locale = pages.localeOf(request);
        pages.render(
                request,
                response,
                HttpServletResponse.SC_OK,
                CatalogueEndpoint.class,
                "catalogue",
                Map.of(
                        "title",
                        TEXTS.text(locale, "catalogue.title"),
                        "wide",
                        true,
                        "entries",
                        entries.all().stream().map(entry -> line(entry, locale)).toList()));
    }

    private static Map<String, Object> line(Entry entry, Locale locale) {
        String state = entry.state().name().toLowerCase(Locale.ROOT);
        return Map.of(
                "name", entry.name().in(locale),
                "about", entry.about().equals(entry.name()) ? "" : entry.about().in(locale),
                "category", TEXTS.text(locale, "category." + entry.category()),
                "protocol", TEXTS.text(locale, "catalogue.protocol", entry.protocol()),
                "offeredBy", entry.offeredBy(),
                "receives",
                        entry.receives().isEmpty()
                                ? TEXTS.text(locale, "catalogue.nothing")
                                : String.join(", ", entry.receives()),
                "state", TEXTS.text(locale, "state." + state),
                "dates", entry.planned().isEmpty() ? entry.since() : entry.planned(),
                "unconfirmed", !entry.confirmed(),
                "checked", entry.checked());
    }
}
