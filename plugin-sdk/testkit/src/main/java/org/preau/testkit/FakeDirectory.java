package org.preau.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

/** A directory of what a test put into it. Everybody sees everybody: what a profile may see is the real one's business. */
public final class FakeDirectory implements Directory {
    private final Map<UUID, PersonView> people = new LinkedHashMap<>();
    private final Map<UUID, List<Membership>> memberships = new LinkedHashMap<>();
    private final Map<UUID, List<Child>> children = new LinkedHashMap<>();
    private final Map<UUID, SchoolClass> classes = new LinkedHashMap<>();
    private final Set<List<UUID>> teaching = new LinkedHashSet<>();

    /** Puts a person in, a member of these. */
    public FakeDirectory add(PersonView person, Membership... of) {
        people.put(person.id(), person);
        memberships.computeIfAbsent(person.id(), id -> new ArrayList<>()).addAll(List.of(of));
        return this;
    }

    /** Puts a class in. */
    public FakeDirectory add(SchoolClass schoolClass) {
        classes.put(schoolClass.id(), schoolClass);
        return this;
    }

    /** Makes somebody the guardian of a child. */
    public FakeDirectory guardian(UUID guardianId, Child child) {
        children.computeIfAbsent(guardianId, id -> new ArrayList<>()).add(child);
        return this;
    }

    /** Who was assigned to which class: class and person. */
    public Set<List<UUID>> teaching() {
        return Set.copyOf(teaching);
    }

    @Override
    public Optional<PersonView> person(Subject viewer, UUID personId) {
        return Optional.ofNullable(people.get(personId));
    }

    @Override
    public List<Membership> scopesOf(UUID personId) {
        return List.copyOf(memberships.getOrDefault(personId, List.of()));
    }

    @Override
    public List<Child> childrenOf(UUID guardianId) {
        return List.copyOf(children.getOrDefault(guardianId, List.of()));
    }

    @Override
    public List<SchoolClass> classesOf(UUID structureId) {
        return classes.values().stream()
                .filter(each -> each.structureId().equals(structureId))
                .sorted(Comparator.comparing(SchoolClass::name))
                .toList();
    }

    @Override
    public Optional<SchoolClass> schoolClass(UUID classId) {
        return Optional.ofNullable(classes.get(classId));
    }

    @Override
    public Page<PersonView> members(Subject viewer, Scope scope, Set<Profile> profiles, PageRequest page) {
        return page(
                people.values().stream()
                        .filter(each -> profiles.contains(each.profile()))
                        .filter(each -> scopesOf(each.id()).stream()
                                .anyMatch(of -> of.scope().equals(scope)))
                        .toList(),
                page);
    }

    @Override
    public Page<PersonView> search(Subject viewer, String text, Optional<UUID> within, PageRequest page) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return page(
                people.values().stream()
                        .filter(each ->
                                each.displayName().toLowerCase(Locale.ROOT).contains(wanted))
                        .filter(each -> within.isEmpty()
                                || scopesOf(each.id()).stream()
                                        .anyMatch(of -> of.structureId().equals(within.get())))
                        .toList(),
                page);
    }

    @Override
    public DirectoryTotals totals(Optional<UUID> schoolId) {
        return new DirectoryTotals(0, classes.size(), 0, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public void assignTeacher(UUID classId, UUID personId) {
        teaching.add(List.of(classId, personId));
    }

    @Override
    public void unassignTeacher(UUID classId, UUID personId) {
        teaching.remove(List.of(classId, personId));
    }

    private static Page<PersonView> page(List<PersonView> all, PageRequest page) {
        List<PersonView> sorted = all.stream()
                .sorted(Comparator.comparing(PersonView::lastName).thenComparing(PersonView::firstName))
                .toList();
        return Lists.page(sorted, page);
    }
}
