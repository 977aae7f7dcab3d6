package org.preau.apps.news.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preau.api.app.UserContext;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Membership;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.FakeDirectory;
import org.preau.testkit.FakeStructures;

class AudiencesTest {
    private final FakeDirectory directory = new FakeDirectory();
    private final FakeStructures structures = new FakeStructures();
    private final Fakes.Allowing authorisation = new Fakes.Allowing();
    private final Audiences audiences = new Audiences(directory, structures, authorisation);

    private final Structure above = structure(StructureKind.ACADEMY, "Académie");
    private final UUID academy = above.id();
    private final UUID school =
            structure(StructureKind.SCHOOL, "Les Tilleuls", above).id();
    private final UUID otherSchool =
            structure(StructureKind.SCHOOL, "Le Petit Bois", above).id();
    private final UUID first = schoolClass(school, "CM2 A");
    private final UUID second = schoolClass(school, "CM2 B");
    private final UUID third = schoolClass(otherSchool, "CE1");
    private final UUID person = UUID.randomUUID();
    private final UUID elder = UUID.randomUUID();
    private final UUID younger = UUID.randomUUID();

    @Test
    @Requirement("54H")
    void pupilReadsClassSchoolAndWhatLiesAbove() {
        belongs(memberships(Profile.STUDENT, school, first, null));

        assertThat(audiences
                        .readBy(user(Profile.STUDENT, school, null))
                        .labels()
                        .keySet())
                .containsExactlyInAnyOrder(first, school, academy);
    }

    @Test
    void guardianReadsForAllHisChildrenOrForTheOneLookedAt() {
        List<Membership> all = new java.util.ArrayList<>(memberships(Profile.GUARDIAN, school, first, elder));
        all.addAll(memberships(Profile.GUARDIAN, otherSchool, third, younger));
        belongs(all);

        assertThat(audiences
                        .readBy(user(Profile.GUARDIAN, school, null))
                        .labels()
                        .keySet())
                .containsExactlyInAnyOrder(first, school, third, otherSchool, academy);
        assertThat(audiences
                        .readBy(user(Profile.GUARDIAN, otherSchool, younger))
                        .labels()
                        .keySet())
                .containsExactlyInAnyOrder(third, otherSchool, academy);
    }

    @Test
    void teacherWhoIsAParentTooReadsAsOneOfThem() {
        List<Membership> all = new java.util.ArrayList<>(memberships(Profile.TEACHER, school, first, null));
        all.addAll(memberships(Profile.GUARDIAN, school, second, elder));
        belongs(all);

        assertThat(audiences
                        .readBy(user(Profile.TEACHER, school, null))
                        .labels()
                        .keySet())
                .contains(first)
                .doesNotContain(second);
        assertThat(audiences
                        .readBy(user(Profile.GUARDIAN, school, null))
                        .labels()
                        .keySet())
                .contains(second)
                .doesNotContain(first);
    }

    @Test
    void headReadsEveryClassOfTheSchool() {
        assertThat(audiences.readBy(user(Profile.HEAD, school, null)).labels().keySet())
                .containsExactlyInAnyOrder(school, first, second, academy);
    }

    @Test
    @Requirement("54I")
    void offersTheAudiencesThatAuthorisationAllows() {
        UserContext teacher = user(Profile.TEACHER, school, null);
        belongs(memberships(Profile.TEACHER, school, first, null));
        authorisation.allow(teacher.subject(), Scope.schoolClass(first));
        assertThat(audiences.writableBy(teacher)).containsExactly(new Choice(Scope.schoolClass(first), "CM2 A"));
        assertThat(audiences.mayWrite(teacher)).isTrue();

        authorisation.allow(teacher.subject(), Scope.structure(school));
        assertThat(audiences.writableBy(teacher)).extracting(Choice::label).containsExactly("CM2 A", "Les Tilleuls");
        assertThat(audiences.mayWrite(user(Profile.STUDENT, school, null))).isFalse();
    }

    private List<Membership> memberships(Profile profile, UUID in, UUID classId, @Nullable UUID child) {
        String className = directory.schoolClass(classId).orElseThrow().name();
        return List.of(
                new Membership(Scope.schoolClass(classId), profile, in, className, child),
                new Membership(
                        Scope.structure(in),
                        profile,
                        in,
                        structures.byId(in).orElseThrow().name(),
                        child));
    }

    private Structure structure(StructureKind kind, String name, Structure... above) {
        Structure made = new Structure(UUID.randomUUID(), kind, name, name, "");
        structures.add(made, above);
        return made;
    }

    private UUID schoolClass(UUID in, String name) {
        SchoolClass made = new SchoolClass(UUID.randomUUID(), in, name, 20);
        directory.add(made);
        return made.id();
    }

    private void belongs(List<Membership> to) {
        directory.add(
                new PersonView(person, "Claire", "Lamy", Profile.TEACHER, List.of(), "", true),
                to.toArray(Membership[]::new));
    }

    private UserContext user(Profile profile, UUID in, @Nullable UUID child) {
        return new UserContext(
                new PortalSession(
                        UUID.randomUUID(),
                        person,
                        person,
                        "login",
                        "Claire",
                        "Lamy",
                        "local",
                        Instant.EPOCH,
                        new PortalSession.Context(profile, in, "name", "uai", child)),
                Locale.FRENCH);
    }
}
