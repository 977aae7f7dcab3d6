package org.preau.core.communication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Membership;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Reach;
import org.preau.api.directory.ReachablePeople;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.testkit.SilentDirectory;

/** A directory in memory: people by name, a tree, classes. */
final class World extends SilentDirectory implements ReachablePeople {
    final Map<UUID, Structure> nodes = new LinkedHashMap<>();
    final Map<UUID, Set<UUID>> parents = new HashMap<>();
    final Map<UUID, SchoolClass> classes = new LinkedHashMap<>();
    final Map<String, UUID> people = new LinkedHashMap<>();
    final Map<UUID, List<Membership>> memberships = new HashMap<>();
    final Map<UUID, Set<UUID>> guardians = new HashMap<>();
    final Set<UUID> withoutAccount = new HashSet<>();
    List<Reach> asked = List.of();
    Collection<UUID> askedPeople = List.of();

    UUID structure(StructureKind kind, String code, UUID... above) {
        UUID id = UUID.randomUUID();
        nodes.put(id, new Structure(id, kind, code, code, ""));
        parents.put(id, new LinkedHashSet<>(List.of(above)));
        return id;
    }

    UUID schoolClass(UUID school, String name) {
        UUID id = UUID.randomUUID();
        classes.put(id, new SchoolClass(id, school, name, 20));
        return id;
    }

    /** Somebody who belongs to a structure and to classes of it. */
    UUID person(String name, Profile profile, UUID school, UUID... classesOf) {
        UUID id = people.computeIfAbsent(name, same -> UUID.randomUUID());
        add(id, Scope.structure(school), profile, school, null);
        for (UUID each : classesOf) {
            add(id, Scope.schoolClass(each), profile == Profile.HEAD ? Profile.TEACHER : profile, school, null);
        }
        return id;
    }

    UUID guardian(String name, String... children) {
        UUID id = people.computeIfAbsent(name, same -> UUID.randomUUID());
        for (String child : children) {
            UUID pupil = people.get(child);
            guardians.computeIfAbsent(pupil, same -> new LinkedHashSet<>()).add(id);
            for (Membership each : List.copyOf(memberships.get(pupil))) {
                add(id, each.scope(), Profile.GUARDIAN, each.structureId(), pupil);
            }
        }
        return id;
    }

    void group(UUID group, UUID structure, String name, Profile profile) {
        add(people.get(name), Scope.group(group), profile, structure, null);
    }

    private void add(UUID person, Scope scope, Profile profile, UUID structure, @Nullable UUID child) {
        String label =
                scope.kind() == Scope.Kind.STRUCTURE ? nodes.get(structure).name() : "classe";
        memberships
                .computeIfAbsent(person, same -> new ArrayList<>())
                .add(new Membership(scope, profile, structure, label, child));
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
    public Page<PersonView> members(Subject viewer, Scope scope, Set<Profile> profiles, PageRequest page) {
        List<PersonView> found = memberships.entrySet().stream()
                .filter(each -> each.getValue().stream()
                        .anyMatch(one -> one.scope().equals(scope) && profiles.contains(one.profile())))
                .map(each -> new PersonView(each.getKey(), "", "", Profile.TEACHER, List.of(), "", true))
                .toList();
        return new Page<>(found, found.size());
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return Optional.ofNullable(nodes.get(id));
    }

    @Override
    public Optional<Structure> byCode(String code) {
        return nodes.values().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    @Override
    public Set<UUID> withAncestors(UUID id) {
        Set<UUID> all = new LinkedHashSet<>(Set.of(id));
        parentsOf(id).forEach(each -> all.addAll(withAncestors(each)));
        return all;
    }

    @Override
    public Set<UUID> parentsOf(UUID id) {
        return parents.getOrDefault(id, Set.of());
    }

    @Override
    public Page<Structure> children(UUID id, PageRequest page) {
        List<Structure> all = nodes.values().stream()
                .filter(each -> parentsOf(each.id()).contains(id))
                .toList();
        return new Page<>(page.offset() == 0 ? all : List.of(), all.size());
    }

    @Override
    public List<Structure> roots() {
        return nodes.values().stream()
                .filter(each -> each.kind() == StructureKind.ACADEMY)
                .toList();
    }

    @Override
    public List<UUID> guardiansOf(UUID pupilId) {
        return List.copyOf(guardians.getOrDefault(pupilId, Set.of()));
    }

    @Override
    public Page<PersonView> list(
            Subject viewer, List<Reach> reach, Collection<UUID> singles, String text, PageRequest page) {
        asked = reach;
        askedPeople = singles;
        return new Page<>(List.of(), 0);
    }

    @Override
    public Optional<PersonView> person(Subject viewer, UUID personId) {
        return Optional.empty();
    }
}
