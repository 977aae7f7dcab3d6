package org.preau.signin.local;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preau.api.base.Texts;
import org.preau.api.signin.SignInDevices.Device;

/** Devices as the security page lists them, those to be confirmed first. */
final class DeviceLines {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private DeviceLines() {}

    static List<Map<String, Object>> of(List<Device> devices, Locale locale) {
        return devices.stream()
                .sorted((one, other) -> Boolean.compare(other.unconfirmed(), one.unconfirmed()))
                .map(device -> line(device, locale))
                .toList();
    }

    static String name(Device device, Locale locale) {
        return device.name().isEmpty() ? TEXTS.text(locale, "deviceNameless") : device.name();
    }

    static String moment(Instant at, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return DateTimeFormatter.ofPattern(
                        english ? "d MMMM yyyy, HH:mm" : "d MMMM yyyy 'à' HH:mm",
                        english ? Locale.ENGLISH : Locale.FRENCH)
                .format(at.atZone(ZONE));
    }

    private static Map<String, Object> line(Device device, Locale locale) {
        return Map.of(
                "id",
                device.id().toString(),
                "name",
                name(device, locale),
                "used",
                TEXTS.text(locale, "deviceUsed", moment(device.since(), locale), moment(device.lastUsed(), locale)),
                "fresh",
                device.unconfirmed());
    }
}
