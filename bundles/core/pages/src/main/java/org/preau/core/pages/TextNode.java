package org.preau.core.pages;

import com.samskivert.mustache.Mustache;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a bundle as a template sees them: {@code {{text.form.title}}} is the text {@code form.title}, even where {@code form} is a text too.
 *
 * @param words all texts in one language
 * @param key the part of the key read so far
 */
record TextNode(Words words, String key) implements Mustache.CustomContext {
    /** All texts. */
    static TextNode of(Words words) {
        return new TextNode(words, "");
    }

    /**
     * Texts and how their keys begin.
     *
     * @param beginnings every key, and every part of one that ends before a dot
     */
    record Words(Map<String, String> texts, Set<String> beginnings) {
        static Words of(Map<String, String> texts) {
            Set<String> beginnings = new HashSet<>(texts.keySet());
            for (String key : texts.keySet()) {
                for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
                    beginnings.add(key.substring(0, dot));
                }
            }
            return new Words(texts, Set.copyOf(beginnings));
        }
    }

    @Override
    public @Nullable Object get(String name) {
        String longer = key.isEmpty() ? name : key + "." + name;
        return words.beginnings().contains(longer) ? new TextNode(words, longer) : "!" + longer + "!";
    }

    @Override
    public String toString() {
        return words.texts().getOrDefault(key, "!" + key + "!");
    }
}
