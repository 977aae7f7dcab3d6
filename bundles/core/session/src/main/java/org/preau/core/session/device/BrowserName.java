package org.preau.core.session.device;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a browser says it is, in two words that people recognise; whatever else it sends is left aside. */
final class BrowserName {
    /** The first that fits counts: most browsers also name those they descend from. */
    private static final List<Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg/", "Edge"),
            Map.entry("EdgA/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private BrowserName() {}

    /** {@code Firefox, Windows}; empty for what is no known browser. */
    static String of(@Nullable String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        Optional<String> browser = first(BROWSERS, said);
        Optional<String> system = first(SYSTEMS, said);
        return browser.isPresent() && system.isPresent()
                ? browser.get() + ", " + system.get()
                : browser.or(() -> system).orElse("");
    }

    private static Optional<String> first(List<Entry<String, String>> names, String said) {
        return names.stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Entry::getValue)
                .findFirst();
    }
}
