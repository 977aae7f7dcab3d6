package org.preau.api.directory.identity;

/**
 * Why two people look like one, or do not. Shown beside the score; carries no personal data.
 *
 * @since 1.0
 */
public enum LikenessReason {
    /** One national pupil identifier. */
    SAME_INE(100),
    /** The same names, accents and capitals aside. */
    SAME_NAME(45),
    /** The same names, first and family name exchanged. */
    SWAPPED_NAME(40),
    /** The family name of one is the birth name of the other. */
    BIRTH_NAME(40),
    /** One has a part of the other's compound name. */
    COMPOUND_NAME(35),
    /** Names that differ by a slip. */
    CLOSE_NAME(25),
    /** One date of birth. */
    SAME_BIRTH_DATE(30),
    /** One address of mail. */
    SAME_EMAIL(30),
    /** One telephone number. */
    SAME_PHONE(15),
    /** One postal address. */
    SAME_ADDRESS(10),
    /** Guardians of one child, or children of one guardian. */
    SHARED_FAMILY(15),
    /** A school of both. */
    SHARED_SCHOOL(10),
    /** Two national identifiers: two pupils. */
    OTHER_INE(-90),
    /** Two dates of birth. */
    OTHER_BIRTH_DATE(-70),
    /** Two first names in one family: brothers, sisters, twins, spouses. */
    OTHER_FIRST_NAME(-60);

    private final int points;

    LikenessReason(int points) {
        this.points = points;
    }

    /** What it adds to the score. */
    public int points() {
        return points;
    }
}
