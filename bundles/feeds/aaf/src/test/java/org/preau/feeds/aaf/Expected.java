package org.preau.feeds.aaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An archive of the test data and the truth beside it. */
record Expected(String name, Path archive, JsonNode truth) {
    /** The archive in that folder. */
    static Expected of(String name) {
        try {
            Path folder = root().resolve(name);
            JsonNode truth =
                    new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
            try (Stream<Path> files = Files.list(folder)) {
                Path archive = files.filter(file -> file.toString().endsWith(".tgz"))
                        .findFirst()
                        .orElseThrow();
                return new Expected(name, archive, truth);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every folder but those that need another archive first. */
    static List<Expected> allForAnEmptyDirectory() {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.map(folder -> of(folder.getFileName().toString()))
                    .filter(each -> each.truth.path("baseline").isMissingNode())
                    .filter(each -> each.truth.path("mode").asText().equals("Complet"))
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String outcome() {
        return truth.path("expect").asText();
    }

    /** The truth's counts or totals as numbers. */
    Map<String, Integer> numbers(JsonNode node) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        node.properties().forEach(each -> {
            if (each.getValue().isInt()) {
                numbers.put(each.getKey(), each.getValue().asInt());
            }
        });
        return numbers;
    }

    @Override
    public String toString() {
        return name;
    }

    private static Path root() {
        try {
            return Path.of(Expected.class.getResource("/archives").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
