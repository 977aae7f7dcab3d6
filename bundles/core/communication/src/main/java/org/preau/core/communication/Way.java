package org.preau.core.communication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;

/**
 * One way in which somebody belongs: by himself, or as guardian of one child.
 *
 * @param child the child, for a guardian
 * @param memberships where he belongs that way
 */
record Way(Optional<UUID> child, List<Membership> memberships) {
    static List<Way> of(List<Membership> memberships) {
        Map<Optional<UUID>, List<Membership>> ways = new LinkedHashMap<>();
        memberships.forEach(each -> ways.computeIfAbsent(Optional.ofNullable(each.childId()), same -> new ArrayList<>())
                .add(each));
        return ways.entrySet().stream()
                .map(each -> new Way(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    /** Classes and groups. */
    List<Membership> small(UUID structure, Profile profile) {
        return memberships.stream()
                .filter(each -> each.scope().kind() != Scope.Kind.STRUCTURE
                        && each.structureId().equals(structure)
                        && each.profile() == profile)
                .toList();
    }
}
