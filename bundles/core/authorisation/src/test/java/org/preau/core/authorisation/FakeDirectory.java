package org.preau.core.authorisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.DirectoryTotals;
import org.preau.api.directory.Membership;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** A tree and memberships in memory. */
final class FakeDirectory implements Directory, Structures {
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
    public Optional<PersonView> person(Subject viewer, UUID personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Child> childrenOf(UUID guardianId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SchoolClass> classesOf(UUID structureId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<PersonView> members(Subject viewer, Scope scope, Set<Profile> profiles, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<PersonView> search(Subject viewer, String text, Optional<UUID> within, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryTotals totals(Optional<UUID> schoolId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void assignTeacher(UUID classId, UUID personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unassignTeacher(UUID classId, UUID personId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Structure> byCode(String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Structure> schoolsBelow(UUID id, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Structure> children(UUID id, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Structure> roots() {
        throw new UnsupportedOperationException();
    }
}
