package org.preau.core.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives so many bytes and no more: the byte after is an error. */
final class BoundedStream extends FilterInputStream {
    private final String key;
    private long left;

    /**
     * A bounded stream.
     *
     * @param key of the text that says what is exceeded
     */
    BoundedStream(InputStream content, long most, String key) {
        super(content);
        this.left = most;
        this.key = key;
    }

    /** More than may be. */
    static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1;
        private final String key;

        TooMuchException(String key) {
            super("too many bytes: " + key);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : counted(1, read);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        return read < 0 ? read : counted(read, read);
    }

    @Override
    public long skip(long count) {
        return 0;
    }

    private int counted(int bytes, int result) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new TooMuchException(key);
        }
        return result;
    }
}
