package org.preau.feeds.aaf;

/** A file that cannot be read on: the archive is rejected. Kept cheap, as one may come from every file. */
final class BadSliceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String record;
    private final String field;
    private final boolean last;
    private final transient Object[] arguments;

    /**
     * A file that is no good.
     *
     * @param key the finding's code, after a dot which of its texts
     * @param last whether the other files are not even looked at
     * @param arguments of the text
     */
    BadSliceException(String key, String record, String field, boolean last, Object... arguments) {
        super(key, null, false, false);
        this.key = key;
        this.record = record;
        this.field = field;
        this.last = last;
        this.arguments = arguments;
    }

    String record() {
        return record;
    }

    String field() {
        return field;
    }

    boolean last() {
        return last;
    }

    void reportIn(Findings findings, String file) {
        findings.error(key, file, record, field, arguments);
    }
}
