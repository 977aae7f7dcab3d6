package org.preau.core.directory.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in the text form of COPY, as UTF-8. Used by one thread. */
final class CopyRows {
    private static final int FIRST_SIZE = 1 << 16;

    private final String table;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private boolean lineBegun;

    CopyRows(String table) {
        this.table = table;
    }

    int size() {
        return size;
    }

    /** Gives the rows away and begins anew. */
    Chunk take() {
        Chunk taken = new Chunk(table, bytes, size);
        bytes = new byte[Math.max(FIRST_SIZE, size)];
        size = 0;
        return taken;
    }

    /**
     * Rows of one table.
     *
     * @param bytes more than the rows: only the first {@code size} count; nobody writes them any more
     */
    record Chunk(String table, byte[] bytes, int size) {}

    /** One more value in the row. */
    CopyRows put(@Nullable Object value) {
        if (lineBegun) {
            write('\t');
        }
        lineBegun = true;
        if (value == null) {
            write('\\');
            write('N');
        } else {
            escape(value instanceof String written ? written : value.toString());
        }
        return this;
    }

    /** Ends the row. */
    void end() {
        write('\n');
        lineBegun = false;
    }

    private void escape(String value) {
        ensure(value.length() * 2);
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\\' -> escaped('\\');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                case '\t' -> escaped('t');
                case '\0' -> {}
                default -> {
                    if (letter >= 0x80) {
                        encode(value, i);
                        return;
                    }
                    bytes[size++] = (byte) letter;
                }
            }
        }
    }

    /** The rest of a text that has other letters than those of ASCII. */
    private void encode(String value, int from) {
        byte[] rest = value.substring(from).getBytes(StandardCharsets.UTF_8);
        ensure(rest.length * 2);
        for (byte each : rest) {
            switch (each) {
                case '\\' -> escaped('\\');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                case '\t' -> escaped('t');
                case 0 -> {}
                default -> bytes[size++] = each;
            }
        }
    }

    private void escaped(char letter) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
    }

    private void write(char letter) {
        ensure(1);
        bytes[size++] = (byte) letter;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
