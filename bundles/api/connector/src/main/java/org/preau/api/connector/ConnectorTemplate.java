package org.preau.api.connector;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preau.api.base.LocalizedText;

/**
 * A service that the portal knows how to connect (native connector, 3113-6 and 7): a connector file with blanks, filled in for a region, a commune or a school.
 *
 * @param id unique id, {@code [a-z0-9_]+}
 * @param name its name; blanks that stand in it are left out, since nobody has filled them in yet
 * @param offeredBy who offers the service
 * @param about what it is for, in a sentence
 * @param since since when the portal has it; empty for one to come
 * @param planned when it is to come
 * @param confirmed whether the service has confirmed addresses and category; else they are what is publicly known
 * @param blanks names of the blanks, and what to write there, in words for who asks for the service: an operator, a head, a commune
 * @param keys keys and values of the file, as {@code org.preau.connector~<id>.cfg} has them; <code>${blank}</code> stands for a blank
 * @since 1.0
 */
public record ConnectorTemplate(
        String id,
        LocalizedText name,
        LocalizedText offeredBy,
        LocalizedText about,
        Optional<LocalDate> since,
        Optional<LocalDate> planned,
        boolean confirmed,
        Map<String, LocalizedText> blanks,
        Map<String, String> keys) {
    private static final Pattern BLANK = Pattern.compile("\\$\\{([a-z]+)}");

    /** Checks the id and that every blank is explained, keeps its own copies. */
    public ConnectorTemplate {
        if (!id.matches("[a-z0-9_]+")) {
            throw new IllegalArgumentException("template id '" + id + "': want letters a-z, digits and _ only");
        }
        name = new LocalizedText(withoutBlanks(name.fr()), withoutBlanks(name.en()));
        if (name.fr().isEmpty() || name.en().isEmpty()) {
            throw new IllegalArgumentException("template " + id + ": its name is nothing but blanks");
        }
        blanks = Map.copyOf(blanks);
        keys = Map.copyOf(keys);
        for (String value : keys.values()) {
            for (Matcher blank = BLANK.matcher(value); blank.find(); ) {
                if (!blanks.containsKey(blank.group(1))) {
                    throw new IllegalArgumentException(
                            "template " + id + ": blank " + blank.group() + " is not explained");
                }
            }
        }
    }

    private static String withoutBlanks(String text) {
        return BLANK.matcher(text).replaceAll("").strip();
    }

    /** SDET category that a connector made of it has. */
    public int category() {
        return Integer.parseInt(keys.getOrDefault("category", "1"));
    }

    /** Protocol that a connector made of it speaks. */
    public String protocol() {
        return keys.getOrDefault("protocol", "link");
    }

    /**
     * The keys and values of a connector file, the blanks filled in.
     *
     * @throws IllegalArgumentException naming the blanks that are missing, or a value that cannot stand in a file
     */
    public Map<String, String> filled(Map<String, String> values) {
        List<String> missing = blanks.keySet().stream()
                .filter(blank -> !values.containsKey(blank))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("blanks " + missing + " of template " + id + " are not filled in");
        }
        values.forEach((blank, value) -> {
            if (!value.matches("[\\p{L}\\p{N} ._~:/?&=,;%@*+!'’()-]*")) {
                throw new IllegalArgumentException("'" + value + "' cannot stand in the blank " + blank);
            }
        });
        Map<String, String> filled = new TreeMap<>();
        keys.forEach((key, value) -> filled.put(
                key,
                BLANK.matcher(value)
                        .replaceAll(blank -> Matcher.quoteReplacement(values.getOrDefault(blank.group(1), "")))));
        filled.put("template", id);
        return filled;
    }
}
