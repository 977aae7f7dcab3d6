package org.preau.feeds.onde;

import java.util.Map;

/** Codes of BCN for the words that stand in tables. */
final class LinkCodes {
    private static final Map<String, String> CODES = Map.of(
            "mere", "10",
            "pere", "20",
            "fratrie", "37",
            "ascendant", "38",
            "autremembredelafamille", "39",
            "assistantfamilial", "42",
            "tuteur", "50",
            "aidesocialealenfance", "51",
            "autrelien", "90");

    private LinkCodes() {}

    /** The code, or nothing for a word that is not known. */
    static String of(String written) {
        return CODES.getOrDefault(Forms.plain(written), "");
    }
}
