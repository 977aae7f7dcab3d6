package org.preau.feeds.aaf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One entry of an archive: closing it leaves the archive open. */
final class UnclosedStream extends FilterInputStream {
    UnclosedStream(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
    }

    @Override
    public void close() {
        // the archive closes what is below
    }
}
