package org.preau.dev;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of a project: its sources, and its resources as they are copied beside the classes. */
final class Sources {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.-]+)}");

    private Sources() {}

    /** All Java sources. */
    static List<Path> java(PluginProject project) throws IOException {
        return files(project.sources()).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.endsWith("module-info.java"))
                .toList();
    }

    /** Copies all resources into a folder, with the properties put in where the POM says so. */
    static void copyResources(PluginProject project, Path target) throws IOException {
        for (PluginProject.Resources resources : project.resources()) {
            for (Path file : files(resources.folder())) {
                Path copy = target.resolve(resources.folder().relativize(file));
                Files.createDirectories(copy.getParent());
                if (resources.filtered()) {
                    filter(file, copy, project.properties());
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Empties a folder, or makes it. */
    static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }

    private static void filter(Path file, Path copy, Map<String, String> properties) throws IOException {
        try {
            Matcher found = PROPERTY.matcher(Files.readString(file, StandardCharsets.UTF_8));
            Files.writeString(
                    copy,
                    found.replaceAll(
                            match -> Matcher.quoteReplacement(properties.getOrDefault(match.group(1), match.group()))));
        } catch (MalformedInputException e) {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
