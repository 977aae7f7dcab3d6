package org.preau.api.console;

/**
 * The words on the line do not fit the command: shown with the synopsis, exit status {@link PortalCommand#MISUSED}.
 *
 * @since 1.0
 */
public final class MisusedCommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, in one English sentence. */
    public MisusedCommandException(String message) {
        super(message);
    }
}
