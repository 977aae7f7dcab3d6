package org.preau.feeds.aaf;

import java.io.IOException;

/** An archive as a whole that is not taken, for a reason that people understand. */
final class BadArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    /**
     * An archive that is not taken.
     *
     * @param key which text
     * @param arguments of the text
     */
    BadArchiveException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments;
    }

    void reportIn(Findings findings, String file) {
        findings.error("bad-archive." + key, file, "", "", arguments);
    }
}
