package org.preau.core.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.signin.PortalSession.Context;

/**
 * The contexts a person can choose from: one for each structure and profile; for a guardian one for each child and, if there are several, one for all of them, first, at the school
 * of the first child.
 */
final class Contexts {
    private final Directory directory;
    private final Structures structures;

    Contexts(Directory directory, Structures structures) {
        this.directory = directory;
        this.structures = structures;
    }

    /** The contexts, those of the foremost profile first, then by structure. */
    List<Context> of(UUID personId, Profile foremost) {
        Map<Choice, Context> found = new LinkedHashMap<>();
        boolean guardian = false;
        for (Membership membership : directory.scopesOf(personId)) {
            if (membership.profile() == Profile.GUARDIAN) {
                guardian = true;
            } else if (membership.scope().kind() == Scope.Kind.STRUCTURE) {
                add(found, membership.profile(), membership.structureId(), null);
            }
        }
        if (guardian) {
            addChildren(found, personId);
        }
        List<Context> contexts = new ArrayList<>(found.values());
        contexts.sort(Comparator.comparing((Context context) -> context.profile() != foremost)
                .thenComparing(Context::profile));
        return List.copyOf(contexts);
    }

    /** The context that is kept as {@code choice}, if the person still has it. */
    static Optional<Context> find(List<Context> contexts, Choice choice) {
        return contexts.stream()
                .filter(context -> Choice.of(context).equals(choice))
                .findFirst();
    }

    private void addChildren(Map<Choice, Context> found, UUID personId) {
        List<Child> children = directory.childrenOf(personId);
        if (children.size() > 1) {
            add(found, Profile.GUARDIAN, children.get(0).structureId(), null);
        }
        for (Child child : children) {
            add(found, Profile.GUARDIAN, child.structureId(), child.personId());
        }
        if (children.isEmpty()) {
            directory.scopesOf(personId).stream()
                    .filter(membership -> membership.profile() == Profile.GUARDIAN)
                    .forEach(membership -> add(found, Profile.GUARDIAN, membership.structureId(), null));
        }
    }

    private void add(Map<Choice, Context> found, Profile profile, UUID structureId, @Nullable UUID childId) {
        Optional<Structure> structure = structures.byId(structureId);
        structure.ifPresent(known -> found.putIfAbsent(
                new Choice(profile, structureId, childId),
                new Context(profile, structureId, known.name(), known.code(), childId)));
    }
}
