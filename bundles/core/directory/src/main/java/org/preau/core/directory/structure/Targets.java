package org.preau.core.directory.structure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.directory.Reach;
import org.preau.api.directory.Scope;
import org.preau.core.directory.SqlStructures;

/**
 * The scopes of a reach, those with the same profiles together, structures with all below them.
 *
 * @param parts scopes by profiles
 * @param people single persons
 */
record Targets(List<Part> parts, Set<UUID> people) {
    /** Scopes whose people of these profiles are meant. */
    record Part(Set<Profile> profiles, Set<UUID> structures, Set<UUID> classes) {
        boolean families() {
            return profiles.contains(Profile.STUDENT) || profiles.contains(Profile.GUARDIAN);
        }
    }

    static Targets of(List<Reach> reach, Collection<UUID> people, SqlStructures tree) {
        Map<Set<Profile>, Part> parts = new LinkedHashMap<>();
        for (Reach each : reach) {
            if (each.profiles().isEmpty()) {
                continue;
            }
            Part part = parts.computeIfAbsent(
                    each.profiles(), same -> new Part(same, new LinkedHashSet<>(), new LinkedHashSet<>()));
            if (each.scope().kind() == Scope.Kind.STRUCTURE) {
                part.structures().addAll(tree.withDescendants(each.scope().id()));
            } else {
                part.classes().add(each.scope().id());
            }
        }
        return new Targets(List.copyOf(parts.values()), Set.copyOf(people));
    }

    boolean isEmpty() {
        return parts.isEmpty() && people.isEmpty();
    }

    /** Whether the people meant are so many that they are not to be listed before they are sorted: pupils or guardians of that many structures. */
    boolean isVast(int most) {
        return parts.stream()
                .anyMatch(part -> part.families() && part.structures().size() > most);
    }
}
