package org.preau.core.directory.load;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in the text form of COPY. Used by one thread. */
final class CopyRows {
    private final String table;
    private final StringBuilder text = new StringBuilder();
    private boolean lineBegun;

    CopyRows(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }

    int size() {
        return text.length();
    }

    String text() {
        return text.toString();
    }

    void clear() {
        text.setLength(0);
    }

    /** One more value in the row. */
    CopyRows put(@Nullable Object value) {
        if (lineBegun) {
            text.append('\t');
        }
        lineBegun = true;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String written) {
            escape(written);
        } else if (value instanceof UUID || value instanceof Number) {
            text.append(value);
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** Ends the row. */
    void end() {
        text.append('\n');
        lineBegun = false;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\0' -> {}
                default -> text.append(letter);
            }
        }
    }
}
