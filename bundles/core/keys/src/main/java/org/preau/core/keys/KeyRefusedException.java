package org.preau.core.keys;

/** The master key is missing, unreadable or another one than the keys in the database were wrapped with: no use to try again before an operator acted. */
final class KeyRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    KeyRefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    KeyRefusedException(String message) {
        super(message);
    }
}
