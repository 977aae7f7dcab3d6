package org.preau.sso.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Texts;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** {@code /sso/oidc/devices}: the devices on which the user stays signed in, each with a button that signs it out. */
final class DevicesPage {
    static final String PATH = OidcEndpoint.PATH + "/devices";
    private static final Texts TEXTS = Texts.of(DevicesPage.class);

    private final SqlDevices devices;
    private final Clients clients;
    private final PortalSessions sessions;
    private final Pages pages;

    DevicesPage(SqlDevices devices, Clients clients, PortalSessions sessions, Pages pages) {
        this.devices = devices;
        this.clients = clients;
        this.sessions = sessions;
        this.pages = pages;
    }

    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PortalSession> session = sessions.current(request);
        if (session.isEmpty()) {
            AuthorizeFlow.to(response, "/signin?return=" + Parameters.encoded(PATH));
            return;
        }
        PortalSession his = session.get();
        sessions.touch(his.id());
        if (request.getMethod().equals("POST")) {
            pages.checkForm(request);
            id(request.getParameter("device")).ifPresent(id -> devices.end(his.subject(), his.accountId(), id));
            AuthorizeFlow.to(response, PATH);
            return;
        }
        Locale locale = pages.localeOf(request);
        List<Map<String, String>> shown = devices.of(his.accountId()).stream()
                .map(device -> model(device, locale))
                .toList();
        pages.render(
                request,
                response,
                HttpServletResponse.SC_OK,
                DevicesPage.class,
                "devices",
                Map.of(
                        "title",
                        TEXTS.text(locale, "devices.title"),
                        "none",
                        shown.isEmpty(),
                        "devices",
                        shown,
                        "action",
                        PATH));
    }

    private Map<String, String> model(SqlDevices.Device device, Locale locale) {
        String application = clients.ofConnector(device.connector())
                .map(client -> client.connector().name().in(locale))
                .orElse(device.connector());
        return Map.of(
                "id", device.id().toString(),
                "application", application,
                "device", device.name(),
                "since", day(device.since(), locale),
                "used", day(device.lastUsed(), locale));
    }

    private static String day(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atOffset(ZoneOffset.UTC));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
