package org.preau.core.connect.request;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;

/** Structures as a form lets them be chosen: by their names where all are schools of the user's, else by a code, with names to help. */
final class Places {
    private static final int MOST = 50;

    private Places() {}

    /** What a template needs to let one of these be chosen. */
    static Map<String, Object> of(Collection<Structure> places) {
        boolean named = !places.isEmpty()
                && places.size() <= MOST
                && places.stream().allMatch(each -> each.kind() == StructureKind.SCHOOL);
        List<Map<String, String>> choices = places.stream()
                .limit(MOST)
                .map(each -> Map.of("code", each.code(), "name", each.name()))
                .toList();
        return Map.of(
                "single", named && places.size() == 1,
                "several", named && places.size() > 1,
                "coded", !named,
                "places", choices,
                "place", choices.isEmpty() ? "" : choices.get(0).get("name"),
                "code", choices.isEmpty() ? "" : choices.get(0).get("code"));
    }
}
