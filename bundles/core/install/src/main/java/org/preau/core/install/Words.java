package org.preau.core.install;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;

/** What people are told about jars, in both languages. */
final class Words {
    private static final Texts TEXTS = Texts.of(Words.class);

    private Words() {}

    /** A text of this bundle. */
    static LocalizedText say(String key, Object... arguments) {
        return new LocalizedText(TEXTS.text(Locale.FRENCH, key, arguments), TEXTS.text(Locale.ENGLISH, key, arguments));
    }

    /** A text of this bundle around another. */
    static LocalizedText around(String key, LocalizedText inner) {
        return new LocalizedText(
                TEXTS.text(Locale.FRENCH, key, inner.fr()), TEXTS.text(Locale.ENGLISH, key, inner.en()));
    }

    /** Several as one sentence. */
    static LocalizedText join(List<LocalizedText> all) {
        return new LocalizedText(
                all.stream().map(LocalizedText::fr).collect(Collectors.joining(" ; ")),
                all.stream().map(LocalizedText::en).collect(Collectors.joining("; ")));
    }

    /** A sentence that there is in one language only: what the framework says. */
    static LocalizedText plain(String sentence) {
        return new LocalizedText(sentence.isBlank() ? "?" : sentence, "");
    }
}
