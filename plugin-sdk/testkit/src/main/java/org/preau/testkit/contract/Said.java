package org.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.preau.api.base.LocalizedText;

/** Checks of texts that users read. */
final class Said {
    /** How a text without a translation shows itself. */
    private static final Pattern MISSING = Pattern.compile("![a-z][A-Za-z0-9_.-]*!");

    /** A MessageFormat's blank that nobody filled. */
    private static final Pattern BLANK = Pattern.compile("\\{\\d+}");

    private Said() {}

    /** That a text is there in both languages. */
    static void inBothLanguages(String what, LocalizedText text) {
        whole(what + " in French", text.fr());
        whole(what + " in English", text.en());
    }

    /** That a text is there and no key shows through. */
    static void whole(String what, String text) {
        assertThat(text).as(what).isNotBlank();
        noKey(what, text);
    }

    /** That no key or blank shows through. */
    static void noKey(String what, String text) {
        assertThat(MISSING.matcher(text).find())
                .as(what + " shows the key of a text that messages_*.properties lack: " + text)
                .isFalse();
        assertThat(BLANK.matcher(text).find())
                .as(what + " shows a blank that was not filled: " + text)
                .isFalse();
    }
}
