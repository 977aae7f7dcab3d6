package org.preau.api.base;

import java.util.Locale;

/**
 * A short text in the portal's two languages.
 *
 * @param fr in French, never blank
 * @param en in English; the French one where there is none
 * @since 1.0
 */
public record LocalizedText(String fr, String en) {
    /** Checks that there is a French text. */
    public LocalizedText {
        if (fr.isBlank()) {
            throw new IllegalArgumentException("a text needs its French form");
        }
        if (en.isBlank()) {
            en = fr;
        }
    }

    /** The text in that language; French for any language but English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : fr;
    }
}
