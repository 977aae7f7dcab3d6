package org.preau.feeds.onde;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds out how a table is encoded: ONDE writes ISO-8859-1, spreadsheets windows-1252 or UTF-8. */
final class Letters {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset LATIN9 = Charset.forName("ISO-8859-15");
    private static final String LATIN9_LETTERS = "\u00a6\u00a8\u00b4\u00b8\u00bc\u00bd\u00be";

    private Letters() {}

    /** The text, without byte order mark. */
    static String decode(byte[] bytes) {
        String text = unicode(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String unicode(byte[] bytes) {
        if (bytes.length > 1
                && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                        || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, singleByte(bytes));
        }
    }

    private static Charset singleByte(byte[] bytes) {
        String latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < latin1.length(); i++) {
            char letter = latin1.charAt(i);
            if (letter >= '\u0080' && letter <= '\u009f') {
                return WINDOWS;
            }
            if (LATIN9_LETTERS.indexOf(letter) >= 0 && betweenLetters(latin1, i)) {
                return LATIN9;
            }
        }
        return StandardCharsets.ISO_8859_1;
    }

    private static boolean betweenLetters(String text, int at) {
        return at > 0 && Character.isLetter(text.charAt(at - 1))
                || at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }
}
