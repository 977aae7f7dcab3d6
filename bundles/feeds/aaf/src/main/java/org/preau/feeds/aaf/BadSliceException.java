package org.preau.feeds.aaf;

/** A file that cannot be read on: the archive is rejected. Kept cheap, as one may come from every file. */
final class BadSliceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String record;
    private final String field;
    private final boolean last;

    /**
     * A file that is no good.
     *
     * @param last whether the other files are not even looked at
     */
    BadSliceException(String code, String record, String field, String message, boolean last) {
        super(message, null, false, false);
        this.code = code;
        this.record = record;
        this.field = field;
        this.last = last;
    }

    String code() {
        return code;
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
        findings.error(code, file, record, field, String.valueOf(getMessage()));
    }
}
