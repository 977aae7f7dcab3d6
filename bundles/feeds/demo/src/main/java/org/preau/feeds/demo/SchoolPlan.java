package org.preau.feeds.demo;

import java.util.List;

/**
 * One school of the demonstration.
 *
 * @param digits the digits of its UAI, in a range where no school is
 * @param type type in words, as the AAF has it
 * @param insee INSEE code of a commune that does not exist
 * @param rpi label of its RPI, or empty
 * @param classes names of its classes: levels joined by dashes, then a letter
 */
record SchoolPlan(
        int digits,
        String type,
        String name,
        String city,
        String insee,
        String postalCode,
        String rpi,
        List<String> classes) {
    /** The UAI of the circonscription they all lie in. */
    static final String CIRCONSCRIPTION = Uai.of(773990);

    /** The academy they are shown in: a number that no academy has. */
    static final String ACADEMY = "99";

    private static final String PRIMARY = "ECOLE PRIMAIRE PUBLIQUE";
    private static final String ELEMENTARY = "ECOLE ELEMENTAIRE PUBLIQUE";
    private static final String RPI = "RPI du Val d'Orle";

    /** The six pilot schools: 1 to 13 classes; two of them are one RPI. */
    static final List<SchoolPlan> ALL = List.of(
            new SchoolPlan(
                    773901,
                    ELEMENTARY,
                    "Les Tilleuls",
                    "Valbrune",
                    "77901",
                    "77991",
                    "",
                    List.of(
                            "CP A", "CP B", "CP-CE1", "CE1 A", "CE1 B", "CE2 A", "CE2 B", "CE2-CM1", "CM1 A", "CM1 B",
                            "CM1-CM2", "CM2 A", "CM2 B")),
            new SchoolPlan(
                    773902,
                    PRIMARY,
                    "Le Petit Bois",
                    "Valbrune",
                    "77901",
                    "77991",
                    "",
                    List.of("PS-MS", "GS-CP", "CE1-CE2", "CM1", "CM2")),
            new SchoolPlan(
                    773903,
                    PRIMARY,
                    "Les Hirondelles",
                    "Saint-Ambre",
                    "77902",
                    "77992",
                    "",
                    List.of("PS-MS-GS", "CP-CE1", "CE2-CM1", "CM1-CM2")),
            new SchoolPlan(
                    773904,
                    PRIMARY,
                    "Les Rives",
                    "Moulins-sur-Orle",
                    "77903",
                    "77993",
                    "",
                    List.of("MS-GS-CP", "CE1-CE2", "CM1-CM2")),
            new SchoolPlan(
                    773905,
                    ELEMENTARY,
                    "Le Verger",
                    "Hauterive-sur-Orle",
                    "77904",
                    "77994",
                    RPI,
                    List.of("CP-CE1", "CE2")),
            new SchoolPlan(
                    773906,
                    ELEMENTARY,
                    "La Clairière",
                    "Basserive-sur-Orle",
                    "77905",
                    "77995",
                    RPI,
                    List.of("CM1-CM2")));

    /** Its UAI. */
    String uai() {
        return Uai.of(digits);
    }

    /** Its key in the feed. */
    String key() {
        return "E" + digits;
    }

    /** Whether the head has a class of his own: in small schools. */
    boolean headTeaches() {
        return classes.size() < 10;
    }

    /** The code of the structure of its commune. */
    String communeCode() {
        return "commune-" + insee;
    }

    /** The levels of a class, from its name: {@code CM1-CM2 A} is CM1 and CM2. */
    static List<String> levels(String className) {
        return List.of(className.split(" ")[0].split("-"));
    }
}
