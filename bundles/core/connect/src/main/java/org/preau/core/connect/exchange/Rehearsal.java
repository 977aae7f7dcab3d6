package org.preau.core.connect.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.preau.api.base.Profile;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;

/**
 * What would leave for a connector: the real policy of its category, asked about somebody fictitious of each profile of its audience.
 *
 * @param profile the profile
 * @param agreed what leaves once all that is asked was agreed to; all there is for a category that asks nobody
 * @param refused what leaves while nobody has agreed
 */
record Rehearsal(Profile profile, Release agreed, Release refused) {
    static List<Rehearsal> of(Connector connector, CategoryPolicy policy) {
        Set<String> asked = Set.copyOf(policy.asks(connector));
        return new TreeSet<>(connector.profiles())
                .stream()
                        .map(profile -> new Rehearsal(
                                profile,
                                policy.release(
                                        connector,
                                        new FictitiousUser(profile),
                                        new Agreement(Agreement.State.GIVEN, asked, false)),
                                asked.isEmpty()
                                        ? Release.NOTHING
                                        : policy.release(connector, new FictitiousUser(profile), Agreement.NONE)))
                        .toList();
    }

    /** Names and values, the identifier first. */
    static Map<String, String> shown(Release release) {
        Map<String, String> shown = new LinkedHashMap<>();
        release.userId().ifPresent(id -> shown.put("id", id));
        release.attributes().forEach((name, values) -> shown.put(name, String.join(", ", values)));
        return shown;
    }
}
