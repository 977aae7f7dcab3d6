package org.preau.feeds.aaf;

import java.util.Locale;
import java.util.Set;

/** Writes names of places and schools, which AAF holds in capitals, as one reads them: {@code VITRY-SUR-SEINE} becomes {@code Vitry-sur-Seine}. Mixed case is left alone. */
final class FrenchCase {
    private static final Set<String> SMALL = Set.of(
            "de", "du", "des", "le", "la", "les", "au", "aux", "à", "et", "en", "sur", "sous", "lès", "d", "l", "un",
            "une");

    private FrenchCase() {}

    static String of(String written) {
        if (!written.equals(written.toUpperCase(Locale.FRENCH))) {
            return written;
        }
        StringBuilder result = new StringBuilder(written.length());
        int start = 0;
        for (int i = 0; i <= written.length(); i++) {
            if (i == written.length() || !Character.isLetterOrDigit(written.charAt(i))) {
                String word = written.substring(start, i).toLowerCase(Locale.FRENCH);
                boolean small = start > 0 && SMALL.contains(word);
                result.append(small || word.isEmpty() ? word : capital(word));
                if (i < written.length()) {
                    result.append(written.charAt(i));
                }
                start = i + 1;
            }
        }
        return result.toString();
    }

    private static String capital(String word) {
        int first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + word.substring(Character.charCount(first));
    }
}
