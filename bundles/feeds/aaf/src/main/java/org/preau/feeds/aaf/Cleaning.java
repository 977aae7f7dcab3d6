package org.preau.feeds.aaf;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Brings values to one form: composed letters (NFC), straight apostrophes, single blanks. What is right already is not copied. */
final class Cleaning {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final char FIRST_COMBINING = '\u0300';

    private Cleaning() {}

    static String value(String written) {
        String value = written.strip();
        if (isPlain(value)) {
            return value;
        }
        String composed = Normalizer.normalize(value, Normalizer.Form.NFC).replace('\u2019', '\'');
        return BLANKS.matcher(composed).replaceAll(" ").strip();
    }

    private static boolean isPlain(String value) {
        char before = 'x';
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter >= FIRST_COMBINING || letter == '\u00A0' || letter < ' ' || letter == ' ' && before == ' ') {
                return false;
            }
            before = letter;
        }
        return true;
    }
}
