package org.preau.connectors.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
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
                "dates", dates(entry, locale),
                "unconfirmed", !entry.confirmed(),
                "checked", entry.checked());
    }

    private static String dates(Entry entry, Locale locale) {
        if (!entry.planned().isEmpty()) {
            return TEXTS.text(locale, "catalogue.planned", day(entry.planned(), locale));
        }
        return entry.since().isEmpty() ? "" : TEXTS.text(locale, "catalogue.since", day(entry.since(), locale));
    }

    /** A day in words; what is no day, such as a term, as it was written. */
    private static String day(String text, Locale locale) {
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
