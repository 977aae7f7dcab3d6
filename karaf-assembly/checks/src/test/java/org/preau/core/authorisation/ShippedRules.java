package org.preau.core.authorisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.preau.api.authorisation.ActionRule;

/** Finds the rules of all bundles: those on the class path by their service descriptions, and all by their sources, so that none is forgotten. */
final class ShippedRules {
    private static final Pattern IMPLEMENTATION = Pattern.compile("<implementation class=\"([^\"]+)\"");
    private static final Pattern SOURCE =
            Pattern.compile("(?<!abstract )class (\\w+)[^{]*(?:implements [^{]*\\bActionRule\\b|extends \\w+Rule\\b)");

    private ShippedRules() {}

    /** One of each rule on the class path. */
    static List<ActionRule> onClassPath() {
        List<ActionRule> rules = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            if (entry.contains("preau-") && entry.endsWith(".jar")) {
                rules.addAll(inJar(entry));
            }
        }
        return rules;
    }

    /** Simple names of the classes in the sources that are rules. */
    static TreeSet<String> inSources(Path bundles) {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(bundles)) {
            files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java"))
                    .forEach(file -> {
                        Matcher found = SOURCE.matcher(text(file).replaceAll("(?s)/\\*.*?\\*/", ""));
                        if (found.find()) {
                            names.add(found.group(1));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static List<ActionRule> inJar(String jar) {
        List<ActionRule> rules = new ArrayList<>();
        try (JarFile file = new JarFile(jar)) {
            for (JarEntry entry : file.stream().toList()) {
                if (entry.getName().startsWith("OSGI-INF/") && entry.getName().endsWith(".xml")) {
                    String description;
                    try (InputStream in = file.getInputStream(entry)) {
                        description = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
                    Matcher implementation = IMPLEMENTATION.matcher(description);
                    if (description.contains(ActionRule.class.getName()) && implementation.find()) {
                        made(implementation.group(1)).ifPresent(rules::add);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(jar, e);
        }
        return rules;
    }

    private static java.util.Optional<ActionRule> made(String name) {
        try {
            Class<?> type = Class.forName(name);
            return ActionRule.class.isAssignableFrom(type)
                    ? java.util.Optional.of(
                            (ActionRule) type.getDeclaredConstructor().newInstance())
                    : java.util.Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be made: a rule has a constructor without arguments", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
