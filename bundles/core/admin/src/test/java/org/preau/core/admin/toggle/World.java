package org.preau.core.admin.toggle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Ids;
import org.preau.api.base.Profile;
import org.preau.api.directory.Membership;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.SilentDirectory;

/** A small académie: two schools under two circonscriptions, three classes, and who belongs where. */
final class World extends SilentDirectory {
    final UUID academy = Ids.next();
    final UUID north = Ids.next();
    final UUID south = Ids.next();
    final UUID northSchool = Ids.next();
    final UUID southSchool = Ids.next();
    final UUID firstClass = Ids.next();
    final UUID secondClass = Ids.next();
    final UUID southClass = Ids.next();

    private final Map<UUID, List<UUID>> parents = Map.of(
            northSchool, List.of(north), southSchool, List.of(south), north, List.of(academy), south, List.of(academy));
    private final Map<UUID, UUID> schoolOfClass =
            Map.of(firstClass, northSchool, secondClass, northSchool, southClass, southSchool);
    private final Map<UUID, List<Membership>> memberships = new HashMap<>();

    PortalSession pupil(UUID classId) {
        UUID person = Ids.next();
        join(person, Profile.STUDENT, classId, null);
        return session(person, Profile.STUDENT, school(classId), null);
    }

    PortalSession teacher(UUID... classIds) {
        UUID person = Ids.next();
        for (UUID classId : classIds) {
            join(person, Profile.TEACHER, classId, null);
        }
        return session(person, Profile.TEACHER, school(classIds[0]), null);
    }

    PortalSession head(UUID schoolId) {
        return session(Ids.next(), Profile.HEAD, schoolId, null);
    }

    /** A guardian with a child in each class; looks at the one in {@code looked}, or at all. */
    PortalSession guardian(@Nullable UUID looked, UUID... classIds) {
        UUID person = Ids.next();
        UUID child = null;
        for (UUID classId : classIds) {
            UUID each = Ids.next();
            join(person, Profile.GUARDIAN, classId, each);
            child = classId.equals(looked) ? each : child;
        }
        return session(person, Profile.GUARDIAN, school(looked == null ? classIds[0] : looked), child);
    }

    private void join(UUID person, Profile profile, UUID classId, @Nullable UUID child) {
        List<Membership> list = memberships.computeIfAbsent(person, id -> new ArrayList<>());
        UUID school = school(classId);
        list.add(new Membership(Scope.schoolClass(classId), profile, school, "class", child));
        list.add(new Membership(Scope.structure(school), profile, school, "school", child));
    }

    private UUID school(UUID classId) {
        return Optional.ofNullable(schoolOfClass.get(classId)).orElseThrow();
    }

    private static PortalSession session(UUID person, Profile profile, UUID school, @Nullable UUID child) {
        return new PortalSession(
                Ids.next(),
                Ids.next(),
                person,
                "login",
                "Lina",
                "Perrin",
                "local",
                Instant.EPOCH,
                new PortalSession.Context(profile, school, "school", "0773901V", child));
    }

    @Override
    public List<Membership> scopesOf(UUID personId) {
        return memberships.getOrDefault(personId, List.of());
    }

    @Override
    public Optional<SchoolClass> schoolClass(UUID classId) {
        return Optional.ofNullable(schoolOfClass.get(classId))
                .map(school -> new SchoolClass(classId, school, "CP", 20));
    }

    @Override
    public Set<UUID> withAncestors(UUID id) {
        Set<UUID> all = new HashSet<>(Set.of(id));
        parents.getOrDefault(id, List.of()).forEach(parent -> all.addAll(withAncestors(parent)));
        return all;
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return Optional.of(new Structure(id, StructureKind.SCHOOL, "code", "name", ""));
    }
}
