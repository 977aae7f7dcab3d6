package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Group;
import org.preau.api.directory.HandAct;
import org.preau.api.directory.Membership;
import org.preau.api.directory.NewStructure;
import org.preau.api.directory.Official;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Platform;
import org.preau.api.directory.Reach;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.StructureLink;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.structure.SqlGroups;
import org.preau.core.directory.structure.SqlOfficials;
import org.preau.core.directory.structure.SqlPlatforms;
import org.preau.core.directory.structure.SqlReachablePeople;
import org.preau.core.directory.structure.SqlStructureEditor;

class ByHandTest {
    private static final PageRequest ALL = PageRequest.first(100);
    private static final Subject SYSTEM = Subject.SYSTEM;

    private final Allowing authorisation = new Allowing();
    private TestSchools schools;
    private SqlStructureEditor editor;
    private SqlGroups groups;
    private SqlPlatforms platforms;

    @BeforeEach
    void open() {
        schools = new TestSchools();
        schools.apply(TestSchools.population());
        editor = new SqlStructureEditor(
                schools.tx,
                new Trail(),
                schools.events::add,
                authorisation,
                schools.structures,
                schools.generation,
                schools.clock);
        groups = new SqlGroups(
                schools.tx,
                new Trail(),
                schools.events::add,
                authorisation,
                schools.structures,
                schools.directory,
                schools.generation,
                schools.clock);
        platforms = new SqlPlatforms(schools.structures, schools.directory);
    }

    @AfterEach
    void drop() {
        schools.close();
    }

    @Test
    @Requirement({"54P", "621F"})
    void schoolsOfAnRpiAreOnePlatform() {
        UUID oaks = schools.structure(TestSchools.OAKS);
        UUID elms = schools.structure(TestSchools.ELMS);
        Structure rpi = rpi("RPI des Arbres");
        HandAct act = editor.attach(SYSTEM, rpi.id(), List.of(oaks, elms));
        assertThat(act.count()).isEqualTo(2);
        Platform platform = platforms.of(oaks).orElseThrow();
        assertThat(platform.schools()).extracting(Structure::name).containsExactly("Les Chênes", "Les Ormes");
        assertThat(platform.classes()).extracting(SchoolClass::name).containsExactly("CE1 A", "CP", "PS");
        Subject teacher = schools.viewer("51", Profile.TEACHER);
        assertThat(schools.directory.person(teacher, schools.person("12"))).isPresent();
        Subject pupil = schools.viewer("10", Profile.STUDENT);
        assertThat(schools.directory.person(pupil, schools.person("53"))).isPresent();
        assertThat(schools.directory.person(pupil, schools.person("12"))).isEmpty();

        editor.undo(SYSTEM, act.id());
        assertThat(platforms.of(oaks)).isEmpty();
        assertThat(schools.directory.person(teacher, schools.person("12"))).isEmpty();
        refused(ErrorCode.CONFLICT, () -> editor.undo(SYSTEM, act.id()));
        assertThat(schools.audited).contains("structure.create", "structure.attach", "structure.undo");
    }

    @Test
    @Requirement("621F")
    void onlyWhatWasMadeByHandIsChangedByHand() {
        UUID oaks = schools.structure(TestSchools.OAKS);
        UUID circonscription = schools.structure(TestSchools.IEN);
        refused(ErrorCode.CONFLICT, () -> editor.rename(SYSTEM, oaks, "Autre nom"));
        refused(ErrorCode.CONFLICT, () -> editor.detach(SYSTEM, circonscription, List.of(oaks)));
        refused(ErrorCode.CONFLICT, () -> editor.end(SYSTEM, circonscription));
        refused(ErrorCode.INVALID_INPUT, () -> editor.create(SYSTEM, wanted(StructureKind.SCHOOL, "École")));
        Structure project = editor.create(SYSTEM, wanted(StructureKind.PROJECT, "Chorale"));
        editor.attach(SYSTEM, project.id(), List.of(oaks, circonscription));
        refused(ErrorCode.INVALID_INPUT, () -> editor.attach(SYSTEM, circonscription, List.of(project.id())));
        Structure inner = editor.create(SYSTEM, wanted(StructureKind.PROJECT, "Petite chorale"));
        editor.attach(SYSTEM, project.id(), List.of(inner.id()));
        refused(ErrorCode.CONFLICT, () -> editor.attach(SYSTEM, inner.id(), List.of(project.id())));
        refused(ErrorCode.INVALID_INPUT, () -> editor.attach(SYSTEM, oaks, List.of(project.id())));
        assertThat(editor.links(SYSTEM, oaks))
                .filteredOn(StructureLink::byHand)
                .extracting(link -> link.parent().name())
                .containsExactly("Chorale");
        editor.rename(SYSTEM, project.id(), "  Grande   chorale ");
        assertThat(schools.structures.byId(project.id()).orElseThrow().name()).isEqualTo("Grande chorale");
        editor.undo(SYSTEM, editor.lastAct(SYSTEM, project.id()).orElseThrow().id());
        assertThat(schools.structures.byId(project.id()).orElseThrow().name()).isEqualTo("Chorale");
        editor.end(SYSTEM, project.id());
        assertThat(schools.structures.byId(project.id())).isEmpty();
    }

    @Test
    void aSchoolLiesInOneRpiAndActorsNeedTheSayOverBothEnds() {
        UUID oaks = schools.structure(TestSchools.OAKS);
        Structure first = rpi("Premier");
        Structure second = rpi("Second");
        editor.attach(SYSTEM, first.id(), List.of(oaks));
        refused(ErrorCode.CONFLICT, () -> editor.attach(SYSTEM, second.id(), List.of(oaks)));
        Subject somebody = schools.viewer("50", Profile.HEAD);
        authorisation.structures.add(second.id());
        refused(
                ErrorCode.FORBIDDEN,
                () -> editor.attach(somebody, second.id(), List.of(schools.structure(TestSchools.ELMS))));
    }

    @Test
    @Requirement({"611B", "614A"})
    void aGroupAcrossSchoolsKeepsItsPeopleThroughFeeds() {
        Group group = groups.create(SYSTEM, schools.structure(TestSchools.OAKS), "Chorale");
        groups.add(SYSTEM, group.id(), List.of(schools.person("10"), schools.person("12"), schools.person("53")));
        schools.apply(TestSchools.population());
        assertThat(groups.byId(SYSTEM, group.id()).orElseThrow().members()).isEqualTo(3);
        assertThat(schools.directory.scopesOf(schools.person("12")))
                .extracting(Membership::scope, Membership::profile)
                .contains(org.assertj.core.groups.Tuple.tuple(Scope.group(group.id()), Profile.STUDENT));
        assertThat(schools.directory.scopesOf(schools.person("53")))
                .extracting(Membership::scope, Membership::profile)
                .contains(org.assertj.core.groups.Tuple.tuple(Scope.group(group.id()), Profile.TEACHER));
        Subject pupil = schools.viewer("10", Profile.STUDENT);
        assertThat(names(schools.directory.members(pupil, Scope.group(group.id()), EnumSet.of(Profile.STUDENT), ALL)))
                .containsExactlyInAnyOrder("Zoë L'ŒUVRÉ", "Noé L.");
        Subject otherTeacher = schools.viewer("53", Profile.TEACHER);
        assertThat(schools.directory.person(otherTeacher, schools.person("10"))).isPresent();
        assertThat(schools.directory.person(otherTeacher, schools.person("11"))).isEmpty();
        assertThat(schools.directory.schoolClass(group.id()).orElseThrow().pupils())
                .isEqualTo(3);
        assertThat(schools.directory.totals(Optional.empty()).groups()).isZero();
    }

    @Test
    void theLastActOnAGroupIsUndone() {
        Group group = groups.create(SYSTEM, schools.structure(TestSchools.OAKS), "Chorale");
        Scope oaks = Scope.structure(schools.structure(TestSchools.OAKS));
        HandAct first = groups.addAll(SYSTEM, group.id(), oaks, EnumSet.of(Profile.STUDENT));
        HandAct second = groups.remove(SYSTEM, group.id(), List.of(schools.person("10")));
        assertThat(first.count()).isEqualTo(2);
        refused(ErrorCode.CONFLICT, () -> groups.undo(SYSTEM, first.id()));
        groups.undo(SYSTEM, second.id());
        assertThat(groups.members(SYSTEM, group.id(), ALL).total()).isEqualTo(2);
        groups.undo(SYSTEM, first.id());
        assertThat(groups.members(SYSTEM, group.id(), ALL).items()).isEmpty();
        groups.rename(SYSTEM, group.id(), "Grande chorale");
        HandAct end = groups.end(SYSTEM, group.id());
        refused(ErrorCode.CONFLICT, () -> groups.add(SYSTEM, group.id(), List.of(schools.person("10"))));
        assertThat(groups.ofStructure(SYSTEM, oaks.id(), false, ALL).items()).isEmpty();
        assertThat(groups.ofStructure(SYSTEM, oaks.id(), true, ALL).items())
                .extracting(Group::name)
                .containsExactly("Grande chorale");
        groups.undo(SYSTEM, end.id());
        assertThat(groups.ofStructure(SYSTEM, oaks.id(), false, ALL).total()).isEqualTo(1);
    }

    @Test
    void nobodyIsPutInWhomTheActorMayNotSee() {
        UUID oaks = schools.structure(TestSchools.OAKS);
        authorisation.structures.add(oaks);
        Subject teacher = schools.viewer("51", Profile.TEACHER);
        Group group = groups.create(teacher, oaks, "Lecture");
        refused(ErrorCode.NOT_FOUND, () -> groups.add(teacher, group.id(), List.of(schools.person("12"))));
        Scope elms = Scope.structure(schools.structure(TestSchools.ELMS));
        assertThat(groups.addAll(teacher, group.id(), elms, EnumSet.of(Profile.STUDENT))
                        .count())
                .isZero();
        Subject other = schools.viewer("53", Profile.TEACHER);
        authorisation.structures.clear();
        refused(ErrorCode.FORBIDDEN, () -> groups.members(other, group.id(), ALL));
    }

    @Test
    void headsInspectorsAndAdvisersAreOfficials() {
        UUID circonscription = schools.structure(TestSchools.IEN);
        schools.tx.writeSql(connection -> {
            String sql = "update directory.affiliation set functions = ? where person_id = ?";
            return Rows.update(connection, sql, "CONSEILLER PEDAGOGIQUE", schools.person("53"));
        });
        List<Official> officials = new SqlOfficials(schools.tx).next(Optional.empty(), 100);
        assertThat(officials)
                .extracting(Official::personId, Official::structureId, Official::profile)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                schools.person("50"), schools.structure(TestSchools.OAKS), Profile.HEAD),
                        org.assertj.core.groups.Tuple.tuple(schools.person("53"), circonscription, Profile.ADVISER));
        assertThat(new SqlOfficials(schools.tx).next(Optional.of(officials.get(0)), 100))
                .hasSize(1);
    }

    @Test
    @Requirement("614B")
    void listsThePeopleOfScopesTheSameWhetherFewOrMany() {
        SqlReachablePeople reachable = new SqlReachablePeople(schools.tx, schools.directory, schools.structures);
        Scope own = Scope.schoolClass(schools.schoolClass(TestSchools.OAKS, "CE1 A"));
        Subject pupil = schools.viewer("10", Profile.STUDENT);
        List<Reach> reach = List.of(
                new Reach(own, EnumSet.of(Profile.STUDENT)),
                new Reach(Scope.structure(schools.structure(TestSchools.OAKS)), EnumSet.of(Profile.HEAD)));
        assertThat(names(reachable.list(pupil, reach, List.of(schools.person("30")), "", ALL)))
                .containsExactly("Ali B.", "Anne L'ŒUVRÉ", "Jeanne MARTIN");
        assertThat(names(reachable.list(pupil, reach, List.of(), "martin", ALL)))
                .containsExactly("Jeanne MARTIN");
        assertThat(reachable.guardiansOf(schools.person("10"))).containsExactly(schools.person("30"));
        Scope academy = Scope.structure(schools.structure("24"));
        Page<PersonView> everybody =
                reachable.list(SYSTEM, List.of(new Reach(academy, EnumSet.allOf(Profile.class))), List.of(), "", ALL);
        for (int i = 0; i < 30; i++) {
            UUID made = rpi("R" + i).id();
            assertThat(made).isNotNull();
        }
        Page<PersonView> walked = reachable.list(
                SYSTEM, List.of(new Reach(academy, EnumSet.allOf(Profile.class))), List.of(), "", PageRequest.first(3));
        assertThat(walked.items()).isEqualTo(everybody.items().subList(0, 3));
        assertThat(walked.total()).isEqualTo(4);
    }

    private Structure rpi(String name) {
        return editor.create(SYSTEM, wanted(StructureKind.RPI, name));
    }

    private NewStructure wanted(StructureKind kind, String name) {
        return new NewStructure(kind, Optional.empty(), name, schools.structure("77"));
    }

    private static List<String> names(Page<PersonView> page) {
        return page.items().stream().map(PersonView::displayName).toList();
    }

    private static void refused(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(PortalException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private final class Trail implements Audit {
        @Override
        public void record(Subject subject, String action, String target, Map<String, String> details) {
            schools.audited.add(action);
        }

        @Override
        public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
            return new Page<>(List.of(), 0);
        }
    }
}
