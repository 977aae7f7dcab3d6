package org.preau.feeds.aaf;

import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Files that say ISO-8859-1 or -15 and were written as windows-1252: œ, € and typographic signs come as control characters and are put right. Used by one thread, for one file. */
final class Transcoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char FIRST = '\u0080';
    private static final char LAST = '\u009f';

    private boolean suspect;
    private boolean repaired;

    /** What the file declares. */
    void declared(@Nullable String encoding) {
        suspect = encoding != null && encoding.toUpperCase(Locale.ROOT).startsWith("ISO-8859-1");
    }

    /** Whether something had to be put right. */
    boolean repaired() {
        return repaired;
    }

    String value(String text) {
        if (suspect) {
            for (int i = 0; i < text.length(); i++) {
                if (isControl(text.charAt(i))) {
                    repaired = true;
                    return repair(text);
                }
            }
        }
        return text;
    }

    private static boolean isControl(char letter) {
        return letter >= FIRST && letter <= LAST;
    }

    private static String repair(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            repaired.append(isControl(letter) ? new String(new byte[] {(byte) letter}, WINDOWS) : letter);
        }
        return repaired.toString();
    }
}
