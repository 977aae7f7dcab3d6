package org.preau.core.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;

/** Finds out whom a viewer may see, from where he belongs and from his grants. */
final class Sights {
    private final Function<UUID, List<Membership>> scopesOf;
    private final SqlStructures structures;

    Sights(Function<UUID, List<Membership>> scopesOf, SqlStructures structures) {
        this.scopesOf = scopesOf;
        this.structures = structures;
    }

    Sight of(Subject viewer, @Nullable Grants grants) {
        if (viewer.isSystem()) {
            return Sight.ALL;
        }
        Set<UUID> self = new HashSet<>();
        Set<UUID> full = new HashSet<>();
        Set<UUID> above = new HashSet<>();
        Set<UUID> staffOnly = new HashSet<>();
        Set<UUID> classes = new HashSet<>();
        UUID person = viewer.personId();
        if (person != null) {
            self.add(person);
            for (Membership each : scopesOf.apply(person)) {
                if (each.childId() != null) {
                    self.add(each.childId());
                }
                boolean structure = each.scope().kind() == Scope.Kind.STRUCTURE;
                UUID id = each.scope().id();
                switch (each.profile()) {
                    case STUDENT, GUARDIAN -> {
                        (structure ? staffOnly : classes).add(id);
                        staffOnly.addAll(structure ? structures.sisters(id) : Set.of());
                    }
                    case TEACHER, HEAD, STAFF -> {
                        (structure ? full : classes).add(id);
                        full.addAll(structure ? structures.sisters(id) : Set.of());
                    }
                    case INSPECTOR, ADVISER, ACADEMY -> above.add(each.structureId());
                    case TERRITORY -> staffOnly.addAll(structures.withDescendants(List.of(each.structureId())));
                    case GUEST -> {}
                }
            }
        }
        UUID account = viewer.accountId();
        if (grants != null && account != null) {
            for (Grant grant : grants.ofAccount(account)) {
                above.add(grant.structureId());
            }
        }
        full.addAll(structures.withDescendants(above));
        Profile profile = viewer.profile();
        boolean family = full.isEmpty() && (profile == null || profile.isFamily());
        return new Sight(false, family, self, full, staffOnly, classes);
    }
}
