package org.preau.api.signin;

import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Profile;

/**
 * Which sessions an act is about: those for which each of the three is right. What is empty asks for nothing.
 *
 * @param structures where the user is in the portal at the moment
 * @param profiles as what he is there
 * @param counters where he signed in
 * @since 1.0
 */
public record SessionFilter(Set<UUID> structures, Set<Profile> profiles, Set<String> counters) {
    /** Keeps its own copies. */
    public SessionFilter {
        structures = Set.copyOf(structures);
        profiles = Set.copyOf(profiles);
        counters = Set.copyOf(counters);
    }
}
