package org.preau.core.pages;

import com.samskivert.mustache.Mustache;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a bundle as a template sees them: {@code {{text.form.title}}} is the text {@code form.title}, even where {@code form} is a text too.
 *
 * @param texts all texts in one language
 * @param key the part of the key read so far
 */
record TextNode(Map<String, String> texts, String key) implements Mustache.CustomContext {
    /** All texts. */
    static TextNode of(Map<String, String> texts) {
        return new TextNode(texts, "");
    }

    @Override
    public @Nullable Object get(String name) {
        String longer = key.isEmpty() ? name : key + "." + name;
        String prefix = longer + ".";
        boolean known =
                texts.containsKey(longer) || texts.keySet().stream().anyMatch(other -> other.startsWith(prefix));
        return known ? new TextNode(texts, longer) : "!" + longer + "!";
    }

    @Override
    public String toString() {
        return texts.getOrDefault(key, "!" + key + "!");
    }
}
