package org.preau.core.authorisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Membership;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.testkit.SilentDirectory;

/** A tree and memberships in memory. */
final class FakeDirectory extends SilentDirectory {
    private final Map<UUID, List<Membership>> memberships = new HashMap<>();
    private final Map<UUID, SchoolClass> classes = new HashMap<>();
    private final Map<UUID, Set<UUID>> above = new HashMap<>();

    /** A person who belongs there. */
    Subject with(Profile profile, Scope scope, UUID structure) {
        UUID person = UUID.randomUUID();
        memberships.put(person, new ArrayList<>());
        add(person, profile, scope, structure);
        return new Subject(UUID.randomUUID(), person, profile, structure);
    }

    void add(UUID person, Profile profile, Scope scope, UUID structure) {
        memberships.get(person).add(new Membership(scope, profile, structure, "", null));
    }

    void put(UUID structure, Set<UUID> withAncestors) {
        above.put(structure, withAncestors);
    }

    void put(SchoolClass schoolClass) {
        classes.put(schoolClass.id(), schoolClass);
    }

    @Override
    public List<Membership> scopesOf(UUID personId) {
        return memberships.getOrDefault(personId, List.of());
    }

    @Override
    public Optional<SchoolClass> schoolClass(UUID classId) {
        return Optional.ofNullable(classes.get(classId));
    }

    @Override
    public Set<UUID> withAncestors(UUID id) {
        return above.getOrDefault(id, Set.of());
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return Optional.empty();
    }
}
