package org.preau.core.admin.toggle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.signin.PortalSession;

/**
 * The levels that decide what a session has: sets of scopes, each a way by which the user comes to the portal. An item is on when, on one of them, no scope switches it off.
 *
 * <p>Staff have one way: their school and what lies above. What is off for a class is off for its pupils and their guardians (57D), not for those who teach it. A guardian who looks at all his
 * children has one way for each child.
 */
final class Standpoint {
    private final Directory directory;
    private final Structures structures;

    Standpoint(Directory directory, Structures structures) {
        this.directory = directory;
        this.structures = structures;
    }

    /** The ways of this session; never empty. */
    List<Set<UUID>> of(PortalSession session) {
        PortalSession.Context context = session.context();
        return switch (context.profile()) {
            case STUDENT ->
                List.of(way(memberships(session, Profile.STUDENT, context.structureId()), context.structureId()));
            case GUARDIAN -> guardian(session);
            default -> List.of(structures.withAncestors(context.structureId()));
        };
    }

    /** What lies above a scope; empty for a scope that is not known. */
    Set<UUID> above(Scope scope) {
        return switch (scope.kind()) {
            case CLASS ->
                directory
                        .schoolClass(scope.id())
                        .map(schoolClass -> structures.withAncestors(schoolClass.structureId()))
                        .orElse(Set.of());
            case STRUCTURE -> {
                Set<UUID> above = new HashSet<>(structures.withAncestors(scope.id()));
                above.remove(scope.id());
                yield above;
            }
            case GROUP -> Set.of();
        };
    }

    private List<Set<UUID>> guardian(PortalSession session) {
        PortalSession.Context context = session.context();
        Map<UUID, List<Membership>> byChild = new LinkedHashMap<>();
        for (Membership membership : directory.scopesOf(session.personId())) {
            UUID child = membership.childId();
            boolean looked = context.childId() == null || Objects.equals(context.childId(), child);
            boolean ofSchool = membership.scope().kind() != Scope.Kind.GROUP;
            if (membership.profile() == Profile.GUARDIAN && child != null && looked && ofSchool) {
                byChild.computeIfAbsent(child, id -> new ArrayList<>()).add(membership);
            }
        }
        if (byChild.isEmpty()) {
            return List.of(structures.withAncestors(context.structureId()));
        }
        List<Set<UUID>> ways = new ArrayList<>();
        for (List<Membership> memberships : byChild.values()) {
            memberships.stream()
                    .map(Membership::structureId)
                    .distinct()
                    .forEach(school -> ways.add(way(
                            memberships.stream()
                                    .filter(each -> each.structureId().equals(school))
                                    .toList(),
                            school)));
        }
        return ways;
    }

    private List<Membership> memberships(PortalSession session, Profile profile, UUID school) {
        return directory.scopesOf(session.personId()).stream()
                .filter(each -> each.profile() == profile && each.structureId().equals(school))
                .toList();
    }

    private Set<UUID> way(List<Membership> memberships, UUID school) {
        Set<UUID> scopes = new HashSet<>(structures.withAncestors(school));
        memberships.forEach(each -> scopes.add(each.scope().id()));
        return Collections.unmodifiableSet(scopes);
    }
}
