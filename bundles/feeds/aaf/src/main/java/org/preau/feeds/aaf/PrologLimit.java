package org.preau.feeds.aaf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an error when what stands before the root element is longer than any honest prolog: a parser keeps a document type in memory. */
final class PrologLimit extends FilterInputStream {
    private static final int AT_ONCE = 8192;

    private long left;
    private boolean lifted;

    PrologLimit(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    /** The root element was seen. */
    void lift() {
        lifted = true;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int wanted = lifted ? length : Math.min(length, AT_ONCE);
        int read = super.read(buffer, offset, wanted);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws IOException {
        if (!lifted) {
            left -= bytes;
            if (left < 0) {
                throw new IOException("no root element within the first bytes of the file");
            }
        }
    }
}
