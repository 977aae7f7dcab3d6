package org.preau.feeds.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One connector to look at: a link of category 1, declared by a file as an operator would. */
final class DemoConnector {
    private static final String FILE = "org.preau.connector~vikidia.cfg";
    private static final String CONTENT =
            """
            # A link for the demonstration: nothing about the user leaves (category 1).
            name.fr = Vikidia
            name.en = Vikidia
            category = 1
            protocol = link
            launch.url = https://fr.vikidia.org/
            audience.profiles = STUDENT, GUARDIAN, TEACHER, HEAD
            audience.structures = *
            """;

    private final Path folder;

    DemoConnector(Path folder) {
        this.folder = folder;
    }

    /** Writes the file unless there is one already. */
    void write() {
        Path file = folder.resolve(FILE);
        if (Files.isDirectory(folder) && !Files.exists(file)) {
            try {
                Files.writeString(file, CONTENT);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be written", e);
            }
        }
    }
}
