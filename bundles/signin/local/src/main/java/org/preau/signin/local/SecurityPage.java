package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.pages.Pages;
import org.preau.api.signin.SignInDevices.Device;
import org.preau.signin.local.factor.FactorDesks;
import org.preau.signin.local.factor.Factors;
import org.preau.signin.local.factor.Passkey;

/** The page on which an adult sees and changes his second factors. */
final class SecurityPage {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final FactorDesks desks;
    private final Pages pages;

    SecurityPage(FactorDesks desks, Pages pages) {
        this.desks = desks;
        this.pages = pages;
    }

    void show(
            HttpServletRequest request,
            HttpServletResponse response,
            Account account,
            List<Device> devices,
            int status,
            String wrong)
            throws IOException {
        Locale locale = pages.localeOf(request);
        Factors factors = desks.steps().of(account.id());
        List<Map<String, Object>> lines = new ArrayList<>();
        Instant app = factors.appSince();
        if (app != null) {
            lines.add(line(locale, "app", TEXTS.text(locale, "securityApp"), app, null));
        }
        for (Passkey passkey : factors.passkeys()) {
            String name = passkey.name().isEmpty() ? TEXTS.text(locale, "securityPasskey") : passkey.name();
            lines.add(line(locale, passkey.id(), name, passkey.added(), passkey.used()));
        }
        pages.render(
                request,
                response,
                status,
                LocalCounter.class,
                "security",
                Map.ofEntries(
                        Map.entry("title", TEXTS.text(locale, "securityTitle")),
                        Map.entry("devices", DeviceLines.of(devices, locale)),
                        Map.entry("anyDevice", !devices.isEmpty()),
                        Map.entry("login", account.login()),
                        Map.entry("wrong", !wrong.isEmpty()),
                        Map.entry("mistake", wrong.isEmpty() ? "" : TEXTS.text(locale, wrong)),
                        Map.entry("none", lines.isEmpty()),
                        Map.entry("any", !lines.isEmpty()),
                        Map.entry("factors", lines),
                        Map.entry("left", TEXTS.text(locale, "securityCodesLeft", factors.recoveryCodes()))));
    }

    void codes(HttpServletRequest request, HttpServletResponse response, List<String> codes) throws IOException {
        pages.render(
                request,
                response,
                200,
                LocalCounter.class,
                "codes",
                Map.of("title", TEXTS.text(pages.localeOf(request), "recoveryTitle"), "codes", codes));
    }

    private static Map<String, Object> line(
            Locale locale, String id, String name, Instant added, @Nullable Instant used) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "added",
                TEXTS.text(locale, "securityAdded", day(locale, added)),
                "wasUsed",
                used != null,
                "used",
                used == null ? "" : TEXTS.text(locale, "securityUsed", day(locale, used)));
    }

    private static String day(Locale locale, Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(ZoneId.of("Europe/Paris")));
    }
}
