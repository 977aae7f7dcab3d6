package org.preau.core.authorisation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.authorisation.Role;
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

/**
 * Academy Z with circonscriptions X (schools A and B) and Y (school C). A has the classes 1 and 2 and the group G, B has the class b. Members belong to A and its class 1 and G, or to X, or to Z,
 * as fits their profile; holders of grants belong nowhere.
 */
final class MatrixWorld implements Directory, Structures, Grants {
    static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    /** The targets by the letters of the table. */
    final Map<String, Scope> targets = new LinkedHashMap<>();

    private final Map<UUID, List<UUID>> above = new HashMap<>();
    private final Map<UUID, SchoolClass> classes = new HashMap<>();
    private final Map<UUID, List<Membership>> memberships = new HashMap<>();
    private final Map<UUID, List<Grant>> held = new HashMap<>();
    private final GrantCache cache = new GrantCache(Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC));

    MatrixWorld() {
        structure("Z");
        structure("X", "Z");
        structure("Y", "Z");
        structure("A", "X", "Z");
        structure("B", "X", "Z");
        structure("C", "Y", "Z");
        small("1", Scope.Kind.CLASS, "A");
        small("2", Scope.Kind.CLASS, "A");
        small("G", Scope.Kind.GROUP, "A");
        small("b", Scope.Kind.CLASS, "B");
    }

    /** Somebody of that profile where people of the profile belong. */
    Subject member(Profile profile) {
        return switch (profile) {
            case INSPECTOR, ADVISER, TERRITORY -> person(profile, "X");
            case ACADEMY -> person(profile, "Z");
            case HEAD, GUEST -> person(profile, "A");
            case TEACHER, STAFF, STUDENT, GUARDIAN -> person(profile, "A", "1", "G");
        };
    }

    /** Somebody who belongs nowhere and holds a grant. */
    Subject holder(Role role, String structure, @Nullable LocalDate until) {
        Subject subject = person(Profile.GUEST);
        UUID account = java.util.Objects.requireNonNull(subject.accountId());
        held.put(account, List.of(new Grant(UUID.randomUUID(), account, role, id(structure), until)));
        return subject;
    }

    private Subject person(Profile profile, String... scopes) {
        UUID person = UUID.randomUUID();
        List<Membership> all = new ArrayList<>();
        for (String each : scopes) {
            Scope scope = targets.get(each);
            UUID structure = scope.kind() == Scope.Kind.STRUCTURE
                    ? scope.id()
                    : classes.get(scope.id()).structureId();
            all.add(new Membership(scope, profile, structure, each, null));
        }
        memberships.put(person, all);
        return new Subject(UUID.randomUUID(), person, profile, null);
    }

    private void structure(String letter, String... ancestors) {
        UUID id = UUID.randomUUID();
        targets.put(letter, Scope.structure(id));
        List<UUID> all = new ArrayList<>(List.of(id));
        for (String each : ancestors) {
            all.add(id(each));
        }
        above.put(id, all);
    }

    private void small(String letter, Scope.Kind kind, String school) {
        UUID id = UUID.randomUUID();
        targets.put(letter, new Scope(kind, id));
        classes.put(id, new SchoolClass(id, id(school), letter, 20));
    }

    private UUID id(String letter) {
        return targets.get(letter).id();
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
    public Set<UUID> withAncestors(UUID structure) {
        return Set.copyOf(above.getOrDefault(structure, List.of()));
    }

    @Override
    public List<Grant> ofAccount(UUID accountId) {
        return cache.get(accountId, account -> held.getOrDefault(account, List.of()));
    }

    @Override
    public Grant add(Subject by, UUID accountId, Role role, UUID structureId, @Nullable LocalDate until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Subject by, UUID grantId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Grant> list(PageRequest page) {
        throw new UnsupportedOperationException();
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
