package org.preau.core.doctor;

import java.util.Locale;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.containment.Finding;

/** The doctor's words: for each code a sentence that says what is so, {@code code}, and one that says the cure, {@code code.cure}. */
final class Words {
    private static final Texts TEXTS = Texts.of(Words.class);

    private Words() {}

    /** Something that keeps the plugin from working. */
    static Finding sick(String code, Object... arguments) {
        return new Finding(code, true, both(code, arguments), both(code + ".cure", arguments));
    }

    /** Something that is only told. */
    static Finding note(String code, Object... arguments) {
        return new Finding(code, false, both(code, arguments), both(code + ".cure", arguments));
    }

    /** A text in both languages. */
    static LocalizedText both(String key, Object... arguments) {
        return new LocalizedText(text(Locale.FRENCH, key, arguments), text(Locale.ENGLISH, key, arguments));
    }

    /** A text. */
    static String text(Locale locale, String key, Object... arguments) {
        return TEXTS.text(locale, key, arguments);
    }
}
