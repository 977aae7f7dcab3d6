package org.preau.api.connector;

import java.util.Locale;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;

/**
 * Something in a connector's file or declaration that its author should mend.
 *
 * @param code stable name of the kind of finding: {@code client-id-missing}
 * @param key the key of the file that it is about, or empty
 * @param text what is wrong and what to write instead, in both languages; names the key first
 * @since 1.0
 */
public record ConnectorFinding(String code, String key, LocalizedText text) {
    /** Before a finding's code in the texts of a bundle. */
    private static final String PREFIX = "finding.";

    /**
     * A finding whose text is {@code finding.<code>} of a bundle.
     *
     * @param arguments for {@code {1}}…; {@code {0}} is the key
     */
    public static ConnectorFinding of(Texts texts, String code, String key, String... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = key;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new ConnectorFinding(code, key, texts.both(PREFIX + code, all));
    }

    /** A finding that is told in one language only: the key is what stands before the first blank or sign. */
    public static ConnectorFinding plain(String message) {
        return new ConnectorFinding("other", message.split("[ :,=]", 2)[0], new LocalizedText(message, message));
    }

    /** The same, found at that place: the name of a file or bundle, put before the text. */
    public ConnectorFinding at(String place) {
        return new ConnectorFinding(
                code, key, new LocalizedText(place + "\u00a0: " + text.fr(), place + ": " + text.en()));
    }

    /** The text in English, as logs, the console and machines read it. */
    public String message() {
        return text.en();
    }

    /** The text in that language. */
    public String message(Locale locale) {
        return text.in(locale);
    }
}
