package org.preau.api.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The texts of one bundle for users: {@code messages_fr.properties} and {@code messages_en.properties} (UTF-8) beside an anchor class.
 *
 * <p>French is the first language: a key missing in English, or any other language asked for, is shown in French; a key missing in both is shown
 * between exclamation marks. Immutable, safe on any thread. Texts follow {@link MessageFormat} when arguments are given (an apostrophe is written
 * twice there); without arguments they are used as they are.
 *
 * @since 1.0
 */
public final class Texts {
    private final Map<String, String> french;
    private final Map<String, String> english;

    private Texts(Map<String, String> french, Map<String, String> english) {
        this.french = french;
        this.english = english;
    }

    /** The texts beside {@code anchor}, read once, now. */
    public static Texts of(Class<?> anchor) {
        return new Texts(read(anchor, "messages_fr.properties"), read(anchor, "messages_en.properties"));
    }

    /** The text in that language. */
    public String text(Locale locale, String key, Object... arguments) {
        String pattern = pattern(locale, key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** The text in both languages, without arguments. */
    public LocalizedText both(String key) {
        return new LocalizedText(pattern(Locale.FRENCH, key), pattern(Locale.ENGLISH, key));
    }

    /** The text in both languages, with arguments. */
    public LocalizedText both(String key, Object... arguments) {
        return new LocalizedText(text(Locale.FRENCH, key, arguments), text(Locale.ENGLISH, key, arguments));
    }

    /** All texts in that language, French where it has none: for templates. */
    public Map<String, String> all(Locale locale) {
        Map<String, String> all = new HashMap<>(french);
        if (isEnglish(locale)) {
            all.putAll(english);
        }
        return Map.copyOf(all);
    }

    private String pattern(Locale locale, String key) {
        String found = isEnglish(locale) ? english.get(key) : null;
        if (found == null) {
            found = french.get(key);
        }
        return found == null ? "!" + key + "!" : found;
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private static Map<String, String> read(Class<?> anchor, String name) {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            if (in == null) {
                return Map.of();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> texts = new HashMap<>();
            properties.forEach((key, value) -> texts.put((String) key, (String) value));
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " beside " + anchor.getName() + " cannot be read", e);
        }
    }
}
