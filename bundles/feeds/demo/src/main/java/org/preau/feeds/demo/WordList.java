package org.preau.feeds.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A list of names, one a line.
 *
 * @param words the names
 */
record WordList(List<String> words) {
    /** Reads {@code <name>.txt} beside this class. */
    static WordList read(String name) {
        InputStream resource = WordList.class.getResourceAsStream(name + ".txt");
        if (resource == null) {
            throw new IllegalStateException(name + ".txt is not in the bundle");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new WordList(lines.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".txt cannot be read", e);
        }
    }

    /** One of them. */
    String pick(Random chance) {
        return words.get(chance.nextInt(words.size()));
    }
}
