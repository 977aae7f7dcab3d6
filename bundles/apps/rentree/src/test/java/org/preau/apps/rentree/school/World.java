package org.preau.apps.rentree.school;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.directory.readiness.ClassReadiness;
import org.preau.api.directory.readiness.Gap;
import org.preau.api.directory.readiness.GapPerson;
import org.preau.api.directory.readiness.Readiness;
import org.preau.api.directory.readiness.SchoolReadiness;

/** Invented schools of one circonscription, with what a test says about them. */
final class World implements Structures, Readiness, Authorisation, Audit {
    final Structure area = new Structure(UUID.randomUUID(), StructureKind.CIRCONSCRIPTION, "0779999Z", "Melun", "");
    final Map<UUID, Structure> schools = new LinkedHashMap<>();
    final Map<UUID, SchoolReadiness> figures = new LinkedHashMap<>();
    final Set<UUID> perimeter = new HashSet<>();
    final List<String> trail = new ArrayList<>();
    final Clock clock = Clock.fixed(Instant.parse("2026-09-01T08:00:00Z"), ZoneOffset.UTC);

    UUID school(String name, int classes, int untaught, int classless) {
        UUID id = UUID.randomUUID();
        schools.put(id, new Structure(id, StructureKind.SCHOOL, "077000" + schools.size() + "A", name, "Melun"));
        figures.put(id, new SchoolReadiness(id, classes, 0, untaught, 50, classless, 0, 80, 3, 100, 40));
        return id;
    }

    Subject head(UUID school) {
        return new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.HEAD, school);
    }

    Subject inspector() {
        return new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.INSPECTOR, area.id());
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return id.equals(area.id()) ? Optional.of(area) : Optional.ofNullable(schools.get(id));
    }

    @Override
    public Optional<Structure> byCode(String code) {
        return Optional.empty();
    }

    @Override
    public Set<UUID> withAncestors(UUID id) {
        return Set.of(id, area.id());
    }

    @Override
    public Page<Structure> schoolsBelow(UUID id, PageRequest page) {
        return new Page<>(List.copyOf(schools.values()), schools.size());
    }

    @Override
    public Page<Structure> children(UUID id, PageRequest page) {
        return schoolsBelow(id, page);
    }

    @Override
    public List<Structure> roots() {
        return List.of(area);
    }

    @Override
    public List<SchoolReadiness> schools(Optional<UUID> schoolId) {
        return schoolId.map(id -> Optional.ofNullable(figures.get(id)).stream().toList())
                .orElseGet(() -> List.copyOf(figures.values()));
    }

    @Override
    public List<ClassReadiness> classes(Subject viewer, UUID schoolId) {
        List<ClassReadiness> classes = new ArrayList<>();
        for (int i = 0; i < figures.get(schoolId).classes(); i++) {
            classes.add(new ClassReadiness(new UUID(schoolId.hashCode(), i), "CP " + i, 20, List.of("CP"), List.of()));
        }
        return classes;
    }

    @Override
    public Page<GapPerson> missing(Subject viewer, UUID schoolId, Gap gap, PageRequest page) {
        return new Page<>(List.of(), 0);
    }

    @Override
    public boolean allows(Subject subject, String action, Scope target) {
        boolean own = target.id().equals(subject.structureId());
        return switch (action) {
            case PrepareRule.PREPARE -> own && subject.profile() == Profile.HEAD;
            case Readiness.READ -> own || subject.profile() == Profile.INSPECTOR;
            default -> false;
        };
    }

    @Override
    public void require(Subject subject, String action, Scope target) {
        if (!allows(subject, action, target)) {
            throw new PortalException(ErrorCode.FORBIDDEN, "no", null);
        }
    }

    @Override
    public Set<UUID> perimeterOf(Subject subject, String action) {
        return Set.copyOf(perimeter);
    }

    @Override
    public void record(Subject subject, String action, String target, Map<String, String> details) {
        trail.add(action + " " + target);
    }

    @Override
    public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
        return new Page<>(List.of(), 0);
    }
}
