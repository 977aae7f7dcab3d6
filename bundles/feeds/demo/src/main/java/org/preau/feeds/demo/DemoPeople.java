package org.preau.feeds.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.demo.DemoWorld;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.DirectoryLoads;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the generated people as any feed would, attaches the teachers to their classes, and describes the result to applications. */
final class DemoPeople {
    private static final Logger log = LoggerFactory.getLogger(DemoPeople.class);
    /** Every load of these people is complete: no record is ever made from kept attributes. */
    private static final RecordForm WHOLE = (kind, key, file, attributes) -> {
        throw new UnsupportedOperationException("demonstration people are loaded whole");
    };

    private static final Set<Profile> TEACHING = Set.of(Profile.TEACHER, Profile.HEAD);

    private final DirectoryLoads loads;
    private final Directory directory;
    private final Structures structures;
    private final Accounts accounts;
    private final Clock clock;

    DemoPeople(DirectoryLoads loads, Directory directory, Structures structures, Accounts accounts, Clock clock) {
        this.loads = loads;
        this.directory = directory;
        this.structures = structures;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Loads everybody; again changes nothing. */
    DemoCast load() {
        LocalDate today = LocalDate.now(clock);
        int schoolYear = today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1;
        LoadSource source =
                new LoadSource("demo", SchoolPlan.ACADEMY, true, LocalDate.of(schoolYear, 9, 1), checksum(schoolYear));
        try (DirectoryLoad load = loads.open(source, WHOLE)) {
            DemoCast cast = new DemoGenerator(schoolYear, load::add).run();
            for (LoadFinding finding : load.check()) {
                if (finding.severity() == LoadFinding.Severity.ERROR) {
                    throw new IllegalStateException("demonstration data refused: " + finding);
                }
                log.debug("Demonstration data: {}", finding);
            }
            log.info("Demonstration people: {}", load.apply(Leavers.all()));
            return cast;
        }
    }

    /** Gives each class without a teacher one of the school's who has none. */
    void assignTeachers() {
        for (Structure school : schools()) {
            List<PersonView> free = new ArrayList<>(members(Scope.structure(school.id()), Set.of(Profile.TEACHER)));
            List<PersonView> heads = members(Scope.structure(school.id()), Set.of(Profile.HEAD));
            List<SchoolClass> classes = directory.classesOf(school.id());
            if (free.size() < classes.size()) {
                heads.stream().filter(head -> !has(free, head)).forEach(free::add);
            }
            List<SchoolClass> without = new ArrayList<>();
            for (SchoolClass schoolClass : classes) {
                List<PersonView> there = members(Scope.schoolClass(schoolClass.id()), TEACHING);
                if (there.isEmpty()) {
                    without.add(schoolClass);
                }
                free.removeIf(teacher -> has(there, teacher));
            }
            for (int i = 0; i < without.size() && i < free.size(); i++) {
                directory.assignTeacher(without.get(i).id(), free.get(i).id());
            }
        }
    }

    /** The schools as applications fill them: classes that have a teacher with an account. */
    DemoWorld world() {
        List<DemoWorld.School> schools = new ArrayList<>();
        for (Structure school : schools()) {
            List<DemoWorld.SchoolClass> classes = new ArrayList<>();
            for (SchoolClass schoolClass : directory.classesOf(school.id())) {
                subject(Scope.schoolClass(schoolClass.id()), TEACHING, school.id())
                        .ifPresent(teacher ->
                                classes.add(new DemoWorld.SchoolClass(schoolClass.id(), schoolClass.name(), teacher)));
            }
            subject(Scope.structure(school.id()), Set.of(Profile.HEAD), school.id())
                    .ifPresent(head -> schools.add(new DemoWorld.School(school.id(), school.name(), classes, head)));
        }
        return new DemoWorld(schools);
    }

    private Optional<Subject> subject(Scope scope, Set<Profile> profiles, UUID structureId) {
        for (PersonView person : members(scope, profiles)) {
            var account = accounts.ofPerson(person.id()).stream().findFirst();
            if (account.isPresent()) {
                return Optional.of(DemoWorld.subject(
                        account.get().id(), person.id(), account.get().profile(), structureId));
            }
        }
        return Optional.empty();
    }

    private List<Structure> schools() {
        return SchoolPlan.ALL.stream()
                .map(plan -> structures.byCode(plan.uai()).orElseThrow())
                .toList();
    }

    private List<PersonView> members(Scope scope, Set<Profile> profiles) {
        return directory
                .members(Subject.SYSTEM, scope, profiles, PageRequest.first(100))
                .items();
    }

    private static boolean has(List<PersonView> people, PersonView person) {
        return people.stream().anyMatch(other -> other.id().equals(person.id()));
    }

    private static String checksum(int schoolYear) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("demo " + schoolYear).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
