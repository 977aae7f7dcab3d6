package org.preau.feeds.onde;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings headings, names and dates to one form, and makes keys of them. */
final class Forms {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]+");
    private static final int KEY_LENGTH = 24;
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));

    private Forms() {}

    /** Letters and figures only, small, without accents: {@code Nom d'usage Élève} is {@code nomdusageeleve}. */
    static String plain(String written) {
        String spelt = written.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        String bare =
                MARKS.matcher(Normalizer.normalize(spelt, Normalizer.Form.NFD)).replaceAll("");
        return SIGNS.matcher(bare).replaceAll("");
    }

    /** A cell's value: composed letters, straight apostrophes, single blanks. */
    static String value(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC)
                .replace('\u2019', '\'')
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ")
                .strip();
    }

    static Optional<LocalDate> day(String written) {
        for (DateTimeFormatter form : DAYS) {
            try {
                return Optional.of(LocalDate.parse(written, form));
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** The same parts, written in any case and with any accents, give the same key; nobody is named by it. */
    static String key(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update((plain(part) + "|").getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
