package org.preau.feeds.demo;

/** Codes of schools (UAI): seven digits and a check letter. */
final class Uai {
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private Uai() {}

    /** The code of these seven digits with its check letter: the remainder by 23, in the alphabet without I, O and Q. */
    static String of(int digits) {
        return String.format("%07d%c", digits, LETTERS.charAt(digits % LETTERS.length()));
    }
}
