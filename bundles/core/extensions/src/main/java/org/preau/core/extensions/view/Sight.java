package org.preau.core.extensions.view;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says in words what the packages that an extension imports let it see and do. */
final class Sight {
    private static final String CONTRACTS = "org.preau.api.";
    private static final String KIT = "org.preau.ui.";

    private Sight() {}

    /** The sentences, in the user's language. */
    static List<String> of(Collection<String> packages, Screen screen) {
        Set<String> sentences = new LinkedHashSet<>();
        for (String each : new TreeSet<>(packages)) {
            if (each.startsWith(KIT)) {
                sentences.add(screen.text("sees.ui"));
            } else if (each.startsWith(CONTRACTS)) {
                String concept = each.substring(CONTRACTS.length());
                sentences.add(screen.known("sees." + concept, screen.text("sees.other", each)));
            }
        }
        sentences.remove("");
        return List.copyOf(sentences);
    }
}
