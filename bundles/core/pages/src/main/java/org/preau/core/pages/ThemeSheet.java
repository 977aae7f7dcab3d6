package org.preau.core.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preau.api.pages.Theme;

/** A theme as a style sheet, and what is wrong with it: each text on each ground it stands on, in both schemes, over the portal's own colours (WCAG 2.2, 1.4.3 and 1.4.11). */
final class ThemeSheet {
    private static final Pattern TOKEN = Pattern.compile("(--preau-[a-z-]+): (#[0-9a-f]{6});");
    private static final String DARK = "@media (prefers-color-scheme: dark)";
    private static final double TEXT = 4.5;
    private static final double LINE = 3;

    /** Text and the grounds it stands on. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "ink", List.of("ground", "surface", "accent-ground"),
            "ink-soft", List.of("ground", "surface"),
            "accent-text", List.of("ground", "surface", "accent-ground"),
            "on-accent", List.of("accent-base"),
            "good", List.of("good-ground"),
            "warn", List.of("warn-ground"),
            "bad", List.of("bad-ground"));

    private static final Map<String, List<String>> LINES = Map.of("line-strong", List.of("ground", "surface"));

    private final Map<String, String> ownLight = new TreeMap<>();
    private final Map<String, String> ownDark = new TreeMap<>();
    private final Map<String, String> light;
    private final Map<String, String> dark;

    private ThemeSheet() {
        String tokens = resource();
        int divide = tokens.indexOf(DARK);
        light = tokens(tokens.substring(0, divide));
        dark = new HashMap<>(light);
        dark.putAll(tokens(tokens.substring(divide)));
    }

    /** What is wrong with a theme, a sentence each; empty for a good one. */
    static List<String> problems(Theme theme) {
        return new ThemeSheet().read(theme);
    }

    /** The sheet of a good theme. */
    static String of(Theme theme) {
        ThemeSheet sheet = new ThemeSheet();
        if (!sheet.read(theme).isEmpty()) {
            throw new IllegalArgumentException("a theme with faults: " + theme.id());
        }
        return ":root{" + css(sheet.ownLight) + "}\n"
                + "@media (prefers-color-scheme:dark){:root:not([data-theme=\"light\"]){" + css(sheet.ownDark) + "}}\n";
    }

    private List<String> read(Theme theme) {
        List<String> problems = new ArrayList<>();
        if (!theme.id().matches("[a-z][a-z0-9-]*")) {
            problems.add("its id " + theme.id() + " is not [a-z][a-z0-9-]*");
        }
        take(theme.light(), ownLight, light, problems);
        theme.light().forEach((name, colour) -> {
            if (name.equals("--preau-accent-base") || name.equals("--preau-on-accent")) {
                dark.put(name, colour);
            }
        });
        take(theme.dark(), ownDark, dark, problems);
        if (!theme.logoUrl().isEmpty() && !theme.logoUrl().matches("/res/[\\w./~-]+")) {
            problems.add("its logo is not below /res/: " + theme.logoUrl());
        }
        if (problems.isEmpty()) {
            check("light", light, problems);
            check("dark", dark, problems);
        }
        return problems;
    }

    private static void take(
            Map<String, String> from, Map<String, String> own, Map<String, String> all, List<String> problems) {
        new TreeMap<>(from).forEach((name, colour) -> {
            if (!all.containsKey(name)) {
                problems.add(name + " is not a colour of the portal");
            } else if (!colour.matches("#[0-9a-fA-F]{6}")) {
                problems.add(name + " is not written #rrggbb: " + colour);
            } else {
                own.put(name, colour.toLowerCase(Locale.ROOT));
                all.put(name, colour);
            }
        });
    }

    private static void check(String scheme, Map<String, String> colours, List<String> problems) {
        new TreeMap<>(TEXTS)
                .forEach((text, grounds) ->
                        grounds.forEach(ground -> check(scheme, colours, text, ground, TEXT, problems)));
        LINES.forEach(
                (line, grounds) -> grounds.forEach(ground -> check(scheme, colours, line, ground, LINE, problems)));
    }

    private static void check(
            String scheme,
            Map<String, String> colours,
            String text,
            String ground,
            double wanted,
            List<String> problems) {
        double contrast = colour(colours, text).contrast(colour(colours, ground));
        if (contrast < wanted) {
            problems.add(String.format(
                    Locale.ROOT,
                    "%s scheme: --preau-%s on --preau-%s has a contrast of %.2f:1, %.1f:1 is wanted",
                    scheme,
                    text,
                    ground,
                    contrast,
                    wanted));
        }
    }

    private static Colour colour(Map<String, String> colours, String name) {
        return Colour.of(Objects.requireNonNull(colours.get("--preau-" + name), name));
    }

    private static String css(Map<String, String> colours) {
        StringBuilder css = new StringBuilder();
        colours.forEach(
                (name, colour) -> css.append(name).append(':').append(colour).append(';'));
        return css.toString();
    }

    private static Map<String, String> tokens(String css) {
        Map<String, String> tokens = new HashMap<>();
        Matcher each = TOKEN.matcher(css);
        while (each.find()) {
            tokens.put(each.group(1), each.group(2));
        }
        return tokens;
    }

    private static String resource() {
        try (InputStream in = ThemeSheet.class.getResourceAsStream("/files/tokens.css")) {
            return new String(Objects.requireNonNull(in, "tokens.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
