package org.preau.core.feed.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preau.api.base.Texts;

/** The report for people: one page in French, then in English, with the checksum of the signed form. */
final class ReportHtml {
    private static final Texts TEXTS = Texts.of(ReportHtml.class);

    private ReportHtml() {}

    static String of(Map<String, Object> document, byte[] signed) {
        Map<String, Object> page = new HashMap<>(document);
        page.put("checksum", checksum(signed));
        page.put("languages", List.of(language(document, Locale.FRENCH), language(document, Locale.ENGLISH)));
        try (InputStream in = ReportHtml.class.getResourceAsStream("report.mustache")) {
            if (in == null) {
                throw new IllegalStateException("report.mustache is missing");
            }
            return Mustache.compiler()
                    .defaultValue("")
                    .compile(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .execute(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> language(Map<String, Object> document, Locale locale) {
        Map<String, Object> language = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        TEXTS.all(locale).forEach((key, text) -> texts.put(key.replace('.', '_'), text));
        Map<?, ?> run = (Map<?, ?>) document.getOrDefault("run", Map.of());
        language.put("lang", locale.getLanguage());
        language.put("t", texts);
        language.put("state", TEXTS.text(locale, "state." + run.get("state")));
        language.put(
                "outcome", "".equals(run.get("outcome")) ? "" : TEXTS.text(locale, "outcome." + run.get("outcome")));
        language.put("mode", "".equals(run.get("mode")) ? "" : TEXTS.text(locale, "mode." + run.get("mode")));
        language.put("kinds", kinds(document, locale));
        language.put("records", records(document));
        return language;
    }

    private static List<Object> kinds(Map<String, Object> document, Locale locale) {
        List<Object> rows = new ArrayList<>();
        ((Map<?, ?>) document.getOrDefault("difference", Map.of())).forEach((kind, figures) -> {
            Map<Object, Object> row = new HashMap<>((Map<?, ?>) figures);
            row.put("kind", TEXTS.text(locale, "kind." + kind));
            rows.add(row);
        });
        return rows;
    }

    private static List<Object> records(Map<String, Object> document) {
        List<Object> rows = new ArrayList<>();
        ((Map<?, ?>) document.getOrDefault("counts", Map.of()))
                .forEach((name, count) -> rows.add(Map.of("name", name, "count", count)));
        return rows;
    }

    private static String checksum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
