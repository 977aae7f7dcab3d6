package org.preau.core.directory;

import java.text.Normalizer;
import java.util.Locale;

/** Names in the forms that machines compare: without accents, capitals and punctuation. */
public final class NameForms {
    private static final int LONGEST_PART = 30;

    private NameForms() {}

    /** Words of small plain letters and digits, one blank between: {@code D'Œuvré-Ÿ} becomes {@code d oeuvre y}. */
    public static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        boolean blank = true;
        String letters = letters(name);
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (Character.isLetterOrDigit(letter)) {
                plain.append(letter);
                blank = false;
            } else if (!blank) {
                plain.append(' ');
                blank = true;
            }
        }
        return plain.toString().strip();
    }

    /** {@code given.family} for a login: letters a to z and dashes, apostrophes dropped, each part 30 long at most. */
    public static String loginBase(String firstName, String lastName) {
        return loginPart(firstName) + '.' + loginPart(lastName);
    }

    private static String loginPart(String name) {
        String plain = plain(name.replace("'", ""));
        StringBuilder part = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length() && part.length() < LONGEST_PART; i++) {
            char letter = plain.charAt(i);
            if (letter >= 'a' && letter <= 'z') {
                part.append(letter);
            } else if (letter == ' ' && part.length() > 0) {
                part.append('-');
            }
        }
        while (part.length() > 0 && part.charAt(part.length() - 1) == '-') {
            part.setLength(part.length() - 1);
        }
        return part.isEmpty() ? "x" : part.toString();
    }

    private static String letters(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (isAscii(small)) {
            return small;
        }
        StringBuilder letters = new StringBuilder(small.length() + 2);
        String taken = Normalizer.normalize(small, Normalizer.Form.NFD);
        for (int i = 0; i < taken.length(); i++) {
            char letter = taken.charAt(i);
            switch (letter) {
                case 'œ' -> letters.append("oe");
                case 'æ' -> letters.append("ae");
                case 'ß' -> letters.append("ss");
                case 'ø' -> letters.append('o');
                case 'đ', 'ð' -> letters.append('d');
                case 'ł' -> letters.append('l');
                case 'ı' -> letters.append('i');
                case 'þ' -> letters.append("th");
                default -> {
                    if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                        letters.append(letter);
                    }
                }
            }
        }
        return letters.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
