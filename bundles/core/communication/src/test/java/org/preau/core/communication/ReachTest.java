package org.preau.core.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.communication.MayWrite;
import org.preau.api.communication.NewException;
import org.preau.api.communication.NewSetting;
import org.preau.api.communication.Preset;
import org.preau.api.directory.Reach;
import org.preau.api.directory.Scope;
import org.preau.api.directory.StructureKind;

/** Whom somebody reaches under the rules. */
@Requirement("614B")
class ReachTest extends RulesWorld {
    @Test
    void aClosedClassIsNotReachedByOtherPupilsOfAnOpenSchool() {
        rules.set(SYSTEM, academy, NewSetting.of(Preset.OPEN));
        rules.except(SYSTEM, NewException.close(Scope.schoolClass(classB), null));
        assertThat(answers("zoe", "ali", "bob")).isEqualTo("yes no");
    }

    @Test
    void aFamilyReachesTheTeachersOfTheSchoolWhileNobodySaidWhoTeachesTheClass() {
        UUID orphan = world.schoolClass(oaks, "C");
        world.person("lea", Profile.STUDENT, oaks, orphan);
        MayWrite answer = rules.mayWrite(world.people.get("lea"), world.people.get("teacher.b"));
        assertThat(answer.allowed()).isTrue();
        assertThat(answer.reasons()).extracting(MayWrite.Reason::rule).containsExactly("TEACHERS_UNKNOWN");
    }

    @Test
    void membersOfAProjectWriteToEachOtherAcrossSchools() {
        UUID project = world.structure(StructureKind.PROJECT, "projet", academy);
        UUID choir = UUID.randomUUID();
        world.group(choir, project, "zoe", Profile.STUDENT);
        world.group(choir, project, "noe", Profile.STUDENT);
        world.group(choir, project, "teacher.elms", Profile.TEACHER);
        assertThat(answers("zoe", "noe", "teacher.elms")).isEqualTo("yes yes");
        assertThat(answers("teacher.elms", "zoe", "ali")).isEqualTo("yes no");
        world.parents.get(oaks).add(project);
        rules.set(SYSTEM, project, NewSetting.of(Preset.CLOSED));
        assertThat(rules.effective(oaks).preset()).isEqualTo(Preset.CLASS);
        assertThat(answers("zoe", "noe")).isEqualTo("no");
    }

    @Test
    void whoHasNoAccountNeitherWritesNorIsWrittenTo() {
        world.withoutAccount.add(world.people.get("ali"));
        assertThat(answers("zoe", "ali")).isEqualTo("no");
        assertThat(rules.mayWrite(world.people.get("zoe"), world.people.get("ali"))
                        .reasons())
                .extracting(MayWrite.Reason::rule)
                .containsExactly("NO_ACCOUNT");
    }

    @Test
    void peopleIMayWriteToAreAskedByScopes() {
        UUID zoe = world.people.get("zoe");
        rules.writable(new Subject(zoe, zoe, Profile.STUDENT, oaks), "", ALL);
        assertThat(world.asked)
                .containsExactly(new Reach(
                        Scope.schoolClass(classA),
                        Set.of(Profile.HEAD, Profile.TEACHER, Profile.STAFF, Profile.STUDENT)));
        assertThat(world.askedPeople).containsExactly(world.people.get("anne"));
        assertThat(rules.reach(world.people.get("teacher.a"))).hasSizeLessThan(5);
    }
}
