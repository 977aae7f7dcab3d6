package org.preau.core.console;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What goes back to the caller: frames of one byte for the kind ({@code o} output, {@code e} errors, {@code x} exit status), four bytes for the length (big-endian) and the content. Safe on
 * any thread.
 */
final class Frames {
    private static final int LARGEST = 1 << 16;

    private final DataOutputStream wire;

    /** Frames on this wire. */
    Frames(OutputStream wire) {
        this.wire = new DataOutputStream(new BufferedOutputStream(wire, LARGEST));
    }

    /** A stream whose text goes out as frames of that kind, at each line at the latest. */
    PrintStream stream(char kind) {
        return new PrintStream(new BufferedOutputStream(new Channel(kind), 1 << 13), true, StandardCharsets.UTF_8);
    }

    /** Ends with the exit status. */
    void exit(int status) throws IOException {
        byte[] text = Integer.toString(status).getBytes(StandardCharsets.US_ASCII);
        send('x', text, 0, text.length);
    }

    private synchronized void send(char kind, byte[] content, int from, int length) throws IOException {
        for (int sent = 0; sent < length; ) {
            int part = Math.min(LARGEST, length - sent);
            wire.writeByte(kind);
            wire.writeInt(part);
            wire.write(content, from + sent, part);
            sent += part;
        }
        wire.flush();
    }

    private final class Channel extends OutputStream {
        private final char kind;

        Channel(char kind) {
            this.kind = kind;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] content, int from, int length) throws IOException {
            send(kind, content, from, length);
        }
    }
}
