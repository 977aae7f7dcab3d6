package org.preau.core.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The text of the charter: {@code charter_fr.html} and {@code charter_en.html} in the operator's folder, else the ones shipped. Read each time, so that a changed file shows at once.
 * The operator's text in French is shown in English too when he gives no English one.
 */
final class CharterText {
    private final Path folder;

    /** Texts of an operator whose files are in {@code folder}. */
    CharterText(Path folder) {
        this.folder = folder;
    }

    /** HTML, to be shown inside the charter page. */
    String html(Locale locale) {
        List<String> names = locale.getLanguage().equals("en")
                ? List.of("charter_en.html", "charter_fr.html")
                : List.of("charter_fr.html");
        try {
            for (String name : names) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    return Files.readString(file, StandardCharsets.UTF_8);
                }
            }
            return shipped(names.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException("the charter in " + folder + " cannot be read", e);
        }
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = CharterText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in this bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
