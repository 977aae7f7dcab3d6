package org.preau.connectors.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.preau.api.base.LocalizedText;
import org.preau.api.connector.ConnectorTemplate;

/**
 * Reads a template: the keys of a connector file, and about it {@code offered.fr|en}, {@code about.fr|en}, {@code since}, {@code planned}, {@code confirmed} and {@code blank.<name>.fr|en}.
 */
final class TemplateFile {
    private static final String BLANK = "blank.";
    private static final String FRENCH = ".fr";

    private TemplateFile() {}

    /** The template of that id, beside this class. */
    static ConnectorTemplate read(String id) {
        Properties file = new Properties();
        try (InputStream in = TemplateFile.class.getResourceAsStream(id + ".properties")) {
            if (in == null) {
                throw new IllegalStateException(id + ".properties is not in the bundle");
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(id + ".properties cannot be read", e);
        }
        Map<String, String> keys = new HashMap<>();
        file.forEach((key, value) -> keys.put(key.toString(), value.toString().strip()));
        return template(id, keys);
    }

    private static ConnectorTemplate template(String id, Map<String, String> keys) {
        LocalizedText offered = text(keys, "offered");
        LocalizedText about = text(keys, "about");
        Optional<LocalDate> since = Optional.ofNullable(keys.remove("since")).map(LocalDate::parse);
        Optional<LocalDate> planned =
                Optional.ofNullable(keys.remove("planned")).map(LocalDate::parse);
        boolean confirmed = Boolean.parseBoolean(keys.remove("confirmed"));
        Map<String, LocalizedText> blanks = new HashMap<>();
        for (String key : List.copyOf(keys.keySet())) {
            if (key.startsWith(BLANK) && key.endsWith(FRENCH)) {
                String blank = key.substring(0, key.length() - FRENCH.length());
                blanks.put(blank.substring(BLANK.length()), text(keys, blank));
            }
        }
        LocalizedText name = new LocalizedText(keys.getOrDefault("name.fr", ""), keys.getOrDefault("name.en", ""));
        return new ConnectorTemplate(id, name, offered, about, since, planned, confirmed, blanks, keys);
    }

    private static LocalizedText text(Map<String, String> keys, String key) {
        String french = keys.remove(key + ".fr");
        String english = keys.remove(key + ".en");
        return new LocalizedText(french == null ? "" : french, english == null ? "" : english);
    }
}
