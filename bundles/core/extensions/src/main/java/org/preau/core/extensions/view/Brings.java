package org.preau.core.extensions.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.extension.Contribution;

/** Says in words what an extension brings. */
final class Brings {
    private Brings() {}

    /** The sentences, in the user's language; what comes several times is counted. */
    static List<String> of(Collection<Contribution> contributions, Screen screen) {
        Map<String, Integer> sentences = new LinkedHashMap<>();
        contributions.forEach(each -> sentences.merge(sentence(each, screen), 1, Integer::sum));
        return sentences.entrySet().stream()
                .map(each -> each.getValue() == 1
                        ? each.getKey()
                        : screen.text("brings.times", each.getKey(), each.getValue()))
                .toList();
    }

    private static String sentence(Contribution each, Screen screen) {
        return each.name().isEmpty()
                ? screen.known("brings." + each.kind(), screen.text("brings.other", each.kind()))
                : screen.text("brings." + each.kind(), each.name());
    }
}
