package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Group;
import org.preau.api.directory.HandAct;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Official;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Reach;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.structure.SqlOfficials;
import org.preau.core.directory.structure.SqlReachablePeople;

/** Groups across schools, and who is put in them. */
class GroupsTest extends ByHandWorld {
    @Test
    @Requirement({"611B", "614A"})
    void aGroupAcrossSchoolsKeepsItsPeopleThroughFeeds() {
        Group group = groups.create(SYSTEM, schools.structure(TestRecords.OAKS), "Chorale");
        groups.add(SYSTEM, group.id(), List.of(schools.person("10"), schools.person("12"), schools.person("53")));
        schools.apply(TestRecords.population());
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
        Group group = groups.create(SYSTEM, schools.structure(TestRecords.OAKS), "Chorale");
        Scope oaks = Scope.structure(schools.structure(TestRecords.OAKS));
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
        UUID oaks = schools.structure(TestRecords.OAKS);
        authorisation.everythingOn(oaks);
        Subject teacher = schools.viewer("51", Profile.TEACHER);
        Group group = groups.create(teacher, oaks, "Lecture");
        refused(ErrorCode.NOT_FOUND, () -> groups.add(teacher, group.id(), List.of(schools.person("12"))));
        Scope elms = Scope.structure(schools.structure(TestRecords.ELMS));
        assertThat(groups.addAll(teacher, group.id(), elms, EnumSet.of(Profile.STUDENT))
                        .count())
                .isZero();
        Subject other = schools.viewer("53", Profile.TEACHER);
        authorisation.everythingOn();
        refused(ErrorCode.FORBIDDEN, () -> groups.members(other, group.id(), ALL));
    }

    @Test
    void headsInspectorsAndAdvisersAreOfficials() {
        UUID circonscription = schools.structure(TestRecords.IEN);
        schools.tx.writeSql(connection -> {
            String sql = "update directory.affiliation set functions = ? where person_id = ?";
            return Rows.update(connection, sql, "CONSEILLER PEDAGOGIQUE", schools.person("53"));
        });
        List<Official> officials = new SqlOfficials(schools.tx).next(Optional.empty(), 100);
        assertThat(officials)
                .extracting(Official::personId, Official::structureId, Official::profile)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                schools.person("50"), schools.structure(TestRecords.OAKS), Profile.HEAD),
                        org.assertj.core.groups.Tuple.tuple(schools.person("53"), circonscription, Profile.ADVISER));
        assertThat(new SqlOfficials(schools.tx).next(Optional.of(officials.get(0)), 100))
                .hasSize(1);
    }

    @Test
    @Requirement("614B")
    void listsThePeopleOfScopesTheSameWhetherFewOrMany() {
        SqlReachablePeople reachable = new SqlReachablePeople(schools.tx, schools.directory, schools.structures);
        Scope own = Scope.schoolClass(schools.schoolClass(TestRecords.OAKS, "CE1 A"));
        Subject pupil = schools.viewer("10", Profile.STUDENT);
        List<Reach> reach = List.of(
                new Reach(own, EnumSet.of(Profile.STUDENT)),
                new Reach(Scope.structure(schools.structure(TestRecords.OAKS)), EnumSet.of(Profile.HEAD)));
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
}
