package org.preau.api.base;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one root of the portal's own failures: a code, and a message for the user in both languages.
 *
 * <p>Thrown anywhere, caught at the borders only (page, view, command, installer), which show {@link #userMessage}.
 *
 * @since 1.0
 */
public class PortalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient @Nullable Texts texts;
    private final String messageKey;
    private final transient List<Object> arguments;

    /**
     * A failure whose message is a text of the throwing bundle.
     *
     * @param texts texts of the bundle that throws
     * @param messageKey key in these texts; {@code {0}}… stand for the arguments
     */
    public PortalException(ErrorCode code, Texts texts, String messageKey, Object... arguments) {
        super(texts.text(Locale.ENGLISH, messageKey, arguments));
        this.code = code;
        this.texts = texts;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** A failure with a plain English message, for operators and developers: users see a general sentence for the code. */
    public PortalException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.texts = null;
        this.messageKey = "";
        this.arguments = List.of();
    }

    /** What kind of failure this is. */
    public ErrorCode code() {
        return code;
    }

    /** The key of the message, empty when there is only the English sentence. */
    public String messageKey() {
        return messageKey;
    }

    /** What to show the user, in his language. */
    public String userMessage(Locale locale) {
        Texts known = texts;
        return known == null ? String.valueOf(getMessage()) : known.text(locale, messageKey, arguments.toArray());
    }
}
