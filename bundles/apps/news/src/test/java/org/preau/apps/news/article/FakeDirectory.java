package org.preau.apps.news.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;

/** A directory of what a test noted. */
final class FakeDirectory implements Directory, Structures {
    final Map<UUID, List<Membership>> memberships = new HashMap<>();
    final Map<UUID, SchoolClass> classes = new HashMap<>();
    final Map<UUID, Structure> structures = new HashMap<>();
    final Map<UUID, UUID> parents = new HashMap<>();
    final List<String> acts = new ArrayList<>();

    UUID structure(StructureKind kind, String name, UUID... parent) {
        UUID id = UUID.randomUUID();
        structures.put(id, new Structure(id, kind, name, name, ""));
        if (parent.length > 0) {
            parents.put(id, parent[0]);
        }
        return id;
    }

    UUID schoolClass(UUID school, String name) {
        UUID id = UUID.randomUUID();
        classes.put(id, new SchoolClass(id, school, name, 20));
        return id;
    }

    @Override
    public List<Membership> scopesOf(UUID personId) {
        return memberships.getOrDefault(personId, List.of());
    }

    @Override
    public List<SchoolClass> classesOf(UUID structureId) {
        return classes.values().stream()
                .filter(each -> each.structureId().equals(structureId))
                .toList();
    }

    @Override
    public Optional<SchoolClass> schoolClass(UUID classId) {
        return Optional.ofNullable(classes.get(classId));
    }

    @Override
    public void assignTeacher(UUID classId, UUID personId) {
        acts.add("assign");
    }

    @Override
    public void unassignTeacher(UUID classId, UUID personId) {
        acts.add("unassign");
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return Optional.ofNullable(structures.get(id));
    }

    @Override
    public Set<UUID> withAncestors(UUID id) {
        Set<UUID> all = new HashSet<>(Set.of(id));
        UUID parent = parents.get(id);
        if (parent != null) {
            all.addAll(withAncestors(parent));
        }
        return all;
    }

    @Override
    public Page<Structure> schoolsBelow(UUID id, PageRequest page) {
        List<Structure> schools = structures.values().stream()
                .filter(each -> each.kind() == StructureKind.SCHOOL
                        && withAncestors(each.id()).contains(id))
                .toList();
        return new Page<>(schools, schools.size());
    }

    @Override
    public Optional<PersonView> person(Subject viewer, UUID personId) {
        return Optional.empty();
    }

    @Override
    public List<Child> childrenOf(UUID guardianId) {
        return List.of();
    }

    @Override
    public Page<PersonView> members(Subject viewer, Scope scope, Set<Profile> profiles, PageRequest page) {
        return new Page<>(List.of(), 0);
    }

    @Override
    public Page<PersonView> search(Subject viewer, String text, Optional<UUID> within, PageRequest page) {
        return new Page<>(List.of(), 0);
    }

    @Override
    public DirectoryTotals totals(Optional<UUID> schoolId) {
        return new DirectoryTotals(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public Optional<Structure> byCode(String code) {
        return Optional.empty();
    }

    @Override
    public Page<Structure> children(UUID id, PageRequest page) {
        return new Page<>(List.of(), 0);
    }

    @Override
    public List<Structure> roots() {
        return List.of();
    }
}
