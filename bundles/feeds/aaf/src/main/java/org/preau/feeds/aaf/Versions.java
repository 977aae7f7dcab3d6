package org.preau.feeds.aaf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions this feed was made for; a newer one is read all the same, with a warning. */
final class Versions {
    private static final Pattern AF = Pattern.compile("AAF-VE(\\d{4})");
    private static final Pattern SDET = Pattern.compile(".*?(\\d+)\\.(\\d+)\\s*");
    private static final int NEWEST_AF = 2507;
    private static final int NEWEST_SDET = 6004;
    private static final int MAJOR = 1000;

    private Versions() {}

    static void check(Header header, String file, Findings findings) {
        Matcher af = AF.matcher(header.get("versionAF"));
        if (!header.get("versionAF").isEmpty() && (!af.matches() || Integer.parseInt(af.group(1)) > NEWEST_AF)) {
            warn(header, "versionAF", file, findings);
        }
        Matcher sdet = SDET.matcher(header.get("versionSDET"));
        if (!header.get("versionSDET").isEmpty() && (!sdet.matches() || number(sdet) > NEWEST_SDET)) {
            warn(header, "versionSDET", file, findings);
        }
    }

    private static int number(Matcher sdet) {
        try {
            return Math.addExact(
                    Math.multiplyExact(Integer.parseInt(sdet.group(1)), MAJOR), Integer.parseInt(sdet.group(2)));
        } catch (ArithmeticException | NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    private static void warn(Header header, String entry, String file, Findings findings) {
        findings.warn("future-version", file, "", entry, entry, header.get(entry));
    }
}
