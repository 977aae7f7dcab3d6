package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Child;
import org.preau.api.directory.Membership;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;

class SqlDirectoryTest {
    private static final PageRequest ALL = PageRequest.first(100);
    private static final Set<Profile> EVERYBODY = EnumSet.allOf(Profile.class);

    private static TestSchools schools;

    @BeforeAll
    static void open() {
        schools = new TestSchools();
        schools.apply(TestRecords.population());
    }

    @AfterAll
    static void drop() {
        schools.close();
    }

    @Test
    void putsSchoolsBelowCirconscriptionCommuneDepartmentAndAcademy() {
        Set<UUID> above = schools.structures.withAncestors(schools.structure(TestRecords.OAKS));
        assertThat(above.stream().map(id -> schools.structures.byId(id).orElseThrow()))
                .extracting(Structure::kind)
                .containsExactlyInAnyOrder(
                        StructureKind.SCHOOL,
                        StructureKind.CIRCONSCRIPTION,
                        StructureKind.COMMUNE,
                        StructureKind.DEPARTMENT,
                        StructureKind.ACADEMY);
        Structure academy = schools.structures.roots().get(0);
        assertThat(academy.code()).isEqualTo("24");
        assertThat(academy.name()).isEqualTo("Académie Créteil");
        assertThat(schools.structures.byCode("77").orElseThrow().name()).isEqualTo("Seine-et-Marne");
        assertThat(schools.structures.byCode("commune-77288").orElseThrow().name())
                .isEqualTo("Melun");
        assertThat(schools.structures.schoolsBelow(academy.id(), ALL).items())
                .extracting(Structure::name)
                .containsExactly("Les Chênes", "Les Ormes");
        assertThat(schools.structures
                        .schoolsBelow(academy.id(), new PageRequest(1, 1))
                        .items())
                .extracting(Structure::code)
                .containsExactly(TestRecords.ELMS);
        assertThat(schools.structures.children(academy.id(), ALL).total()).isEqualTo(1);
    }

    @Test
    void tellsWhereAGuardianBelongsThroughHisChildren() {
        UUID guardian = schools.person("30");
        assertThat(schools.directory.scopesOf(guardian))
                .extracting(Membership::label, Membership::profile, Membership::childId)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("CE1 A", Profile.GUARDIAN, schools.person("10")),
                        org.assertj.core.groups.Tuple.tuple("Les Ormes", Profile.GUARDIAN, schools.person("12")))
                .hasSize(4);
        assertThat(schools.directory.childrenOf(guardian))
                .extracting(Child::className)
                .containsExactly("CE1 A", "CP");
    }

    @Test
    void headIsHeadWhereHeHeadsAndTeacherOfTheClassHeIsGiven() {
        UUID head = schools.person("50");
        UUID schoolClass = schools.schoolClass(TestRecords.OAKS, "CE1 A");
        schools.directory.assignTeacher(schoolClass, head);
        assertThat(schools.directory.scopesOf(head))
                .extracting(Membership::scope, Membership::profile)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Scope.structure(schools.structure(TestRecords.OAKS)), Profile.HEAD),
                        org.assertj.core.groups.Tuple.tuple(Scope.schoolClass(schoolClass), Profile.TEACHER));
        schools.directory.unassignTeacher(schoolClass, head);
        assertThat(schools.directory.scopesOf(head)).hasSize(1);
        UUID elsewhere = schools.schoolClass(TestRecords.ELMS, "CP");
        assertThatThrownBy(() -> schools.directory.assignTeacher(elsewhere, head))
                .isInstanceOf(PortalException.class);
    }

    @Test
    @Requirement("614B")
    void showsAPupilHisClassAndTheStaffOfHisSchoolOnly() {
        Subject pupil = schools.viewer("10", Profile.STUDENT);
        Scope oaks = Scope.structure(schools.structure(TestRecords.OAKS));
        assertThat(names(schools.directory.members(pupil, oaks, EVERYBODY, ALL)))
                .containsExactlyInAnyOrder(
                        "Ali B.", "Zoë L'ŒUVRÉ", "Jeanne MARTIN", "Jean-Pierre MARTIN", "Luc D'AMICO");
        Scope elms = Scope.structure(schools.structure(TestRecords.ELMS));
        assertThat(names(schools.directory.members(pupil, elms, EVERYBODY, ALL)))
                .containsExactly("Luc D'AMICO");
        assertThat(schools.directory.person(pupil, schools.person("31"))).isEmpty();
        assertThat(schools.directory
                        .person(pupil, schools.person("51"))
                        .orElseThrow()
                        .email())
                .isEmpty();
    }

    @Test
    void showsAGuardianFirstNamesInTheClassesOfHisChildren() {
        Subject guardian = schools.viewer("30", Profile.GUARDIAN);
        assertThat(schools.directory
                        .person(guardian, schools.person("11"))
                        .orElseThrow()
                        .displayName())
                .isEqualTo("Ali B.");
        assertThat(schools.directory
                        .person(guardian, schools.person("12"))
                        .orElseThrow()
                        .displayName())
                .isEqualTo("Noé L'ŒUVRÉ");
        assertThat(schools.directory.person(guardian, schools.person("31"))).isEmpty();
        assertThat(schools.directory.person(guardian, schools.person("13"))).isEmpty();
    }

    @Test
    void showsStaffEverybodyOfTheirSchools() {
        Subject teacher = schools.viewer("51", Profile.TEACHER);
        PersonView pupil =
                schools.directory.person(teacher, schools.person("11")).orElseThrow();
        assertThat(pupil.displayName()).isEqualTo("Ali BENALI");
        assertThat(pupil.role()).containsExactly("CE1 A");
        assertThat(schools.directory
                        .person(teacher, schools.person("31"))
                        .orElseThrow()
                        .role())
                .contains("Ali");
        assertThat(schools.directory
                        .person(teacher, schools.person("52"))
                        .orElseThrow()
                        .email())
                .isEqualTo("x@ac-creteil.example.org");
        assertThat(schools.directory.person(teacher, schools.person("12"))).isEmpty();
    }

    @Test
    void showsTheHolderOfAGrantHisWholePerimeter() {
        Subject teacher = schools.viewer("51", Profile.TEACHER);
        UUID academy = schools.structure("24");
        SqlDirectory directory = new SqlDirectory(
                schools.tx, schools.events::add, schools.structures, schools.generation, schools.clock);
        directory.grants = new FakeGrants(new Grant(UUID.randomUUID(), teacher.accountId(), Role.ADM, academy, null));
        assertThat(directory.person(teacher, schools.person("12"))).isPresent();
        assertThat(directory
                        .search(teacher, "oeuvre", Optional.of(academy), ALL)
                        .total())
                .isEqualTo(3);
    }

    @Test
    void findsNamesWithSlipsWithoutAccentsAndInAnyOrder() {
        for (String text : List.of("loeuvré zoe", "Zoé L'Œuvré", "l oeuvre zo", "loeuvre")) {
            assertThat(found(text)).describedAs(text).contains("Zoë L'ŒUVRÉ");
        }
        assertThat(found("martn")).contains("Jeanne MARTIN", "Jean-Pierre MARTIN");
        assertThat(found("jean pierre martin").get(0)).isEqualTo("Jean-Pierre MARTIN");
        assertThat(found("benally")).contains("Ali BENALI", "Karim BENALI");
        assertThat(found("xyzzy")).isEmpty();
        assertThat(found(" ' ")).isEmpty();
    }

    @Test
    void searchStaysWithinTheStructureAndWithinWhatTheViewerMaySee() {
        Optional<UUID> elms = Optional.of(schools.structure(TestRecords.ELMS));
        assertThat(names(schools.directory.search(Subject.SYSTEM, "l'oeuvre", elms, ALL)))
                .containsExactlyInAnyOrder("Noé L'ŒUVRÉ", "Anne L'ŒUVRÉ");
        Subject pupil = schools.viewer("11", Profile.STUDENT);
        assertThat(names(schools.directory.search(pupil, "oeuvre", Optional.empty(), ALL)))
                .containsExactly("Zoë L.");
    }

    @Test
    void searchInManyStructuresGivesTheSame() {
        Set<UUID> many = new HashSet<>(Set.of(schools.structure(TestRecords.ELMS)));
        while (many.size() < 60) {
            many.add(UUID.randomUUID());
        }
        assertThat(names(schools.tx.readSql(
                        connection -> new PeopleSearch(connection, Sight.ALL).search("l'oeuvre", many, ALL))))
                .containsExactlyInAnyOrder("Noé L'ŒUVRÉ", "Anne L'ŒUVRÉ");
    }

    @Test
    void countsWholeAndSchool() {
        assertThat(schools.directory.totals(Optional.empty()).toString())
                .isEqualTo(
                        "DirectoryTotals[schools=2, classes=3, groups=0, pupils=4, pupilsNursery=1, guardians=2, guardianLinks=4, teachers=3, otherStaff=1]");
        assertThat(schools.directory
                        .totals(Optional.of(schools.structure(TestRecords.ELMS)))
                        .toString())
                .isEqualTo(
                        "DirectoryTotals[schools=1, classes=2, groups=0, pupils=2, pupilsNursery=1, guardians=2, guardianLinks=2, teachers=1, otherStaff=1]");
    }

    @Test
    void pagesByTheDatabase() {
        Scope oaks = Scope.structure(schools.structure(TestRecords.OAKS));
        Set<Profile> staff = EnumSet.of(Profile.HEAD, Profile.TEACHER, Profile.STAFF);
        Page<PersonView> second = schools.directory.members(Subject.SYSTEM, oaks, staff, new PageRequest(1, 1));
        assertThat(second.total()).isEqualTo(3);
        assertThat(names(second)).containsExactly("Jean-Pierre MARTIN");
    }

    private static List<String> found(String text) {
        return names(schools.directory.search(Subject.SYSTEM, text, Optional.empty(), ALL));
    }

    private static List<String> names(Page<PersonView> page) {
        return page.items().stream().map(PersonView::displayName).toList();
    }
}
