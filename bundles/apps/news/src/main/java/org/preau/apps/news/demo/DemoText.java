package org.preau.apps.news.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of the demonstration.
 *
 * @param title its title
 * @param body HTML
 */
record DemoText(String title, String body) {
    /** Reads {@code <name>.txt}: blocks parted by an empty line, the title first, then one paragraph a line; lines that start with a dash are a list. */
    static List<DemoText> read(String name) {
        List<DemoText> texts = new ArrayList<>();
        for (String block : content(name + ".txt").strip().split("\n\n")) {
            String[] lines = block.strip().split("\n", 2);
            texts.add(new DemoText(lines[0], html(lines[1])));
        }
        return texts;
    }

    private static String html(String lines) {
        StringBuilder html = new StringBuilder();
        boolean inList = false;
        for (String line : lines.split("\n")) {
            boolean item = line.startsWith("- ");
            if (item != inList) {
                html.append(item ? "<ul>" : "</ul>");
                inList = item;
            }
            html.append(item ? "<li>" + line.substring(2) + "</li>" : "<p>" + line + "</p>");
        }
        return html.append(inList ? "</ul>" : "").toString();
    }

    private static String content(String file) {
        try (InputStream in = DemoText.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
