package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.directory.readiness.ClassReadiness;
import org.preau.api.directory.readiness.Gap;
import org.preau.api.directory.readiness.GapPerson;
import org.preau.api.directory.readiness.SchoolReadiness;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.readiness.SqlReadiness;

@Requirement("612A")
class ReadinessTest {
    private static TestSchools schools;
    private static SqlReadiness readiness;
    private static UUID oaks;

    @BeforeAll
    static void open() {
        schools = new TestSchools();
        schools.apply(TestRecords.population());
        oaks = schools.structures.byCode(TestRecords.OAKS).orElseThrow().id();
        readiness = new SqlReadiness(schools.tx, new SystemOnly());
    }

    @AfterAll
    static void close() {
        schools.close();
    }

    @Test
    void countsAllSchoolsAsItCountsEach() {
        List<SchoolReadiness> all = readiness.schools(Optional.empty());
        assertThat(all).hasSize(2);
        for (SchoolReadiness each : all) {
            assertThat(readiness.schools(Optional.of(each.schoolId()))).containsExactly(each);
        }
    }

    @Test
    void knowsWhatIsMissingInASchool() {
        UUID first = readiness.classes(Subject.SYSTEM, oaks).get(0).id();
        SchoolReadiness before = readiness.schools(Optional.of(oaks)).get(0);
        assertThat(before.classes()).isEqualTo(1);
        assertThat(before.untaughtClasses()).isEqualTo(1);
        assertThat(before.pupils()).isEqualTo(2);
        assertThat(before.pupilsWithoutClass()).isZero();
        assertThat(before.accountsNeverUsed()).isEqualTo(before.accounts()).isPositive();

        schools.tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "delete from directory.class_member where person_id in "
                            + "(select id from directory.person where last_name = 'BENALI')");
            return Rows.update(
                    connection,
                    "delete from directory.guardianship where pupil_id in "
                            + "(select id from directory.person where first_name = 'Ali')");
        });
        UUID teacher = schools.directory
                .members(Subject.SYSTEM, Scope.structure(oaks), Set.of(Profile.TEACHER), PageRequest.first(1))
                .items()
                .get(0)
                .id();
        schools.directory.assignTeacher(first, teacher);

        SchoolReadiness after = readiness.schools(Optional.of(oaks)).get(0);
        assertThat(after.untaughtClasses()).isZero();
        assertThat(after.pupilsWithoutClass()).isEqualTo(1);
        assertThat(after.pupilsWithoutGuardian()).isEqualTo(1);
        for (Gap gap : Gap.values()) {
            assertThat(readiness
                            .missing(Subject.SYSTEM, oaks, gap, PageRequest.first(10))
                            .total())
                    .as(gap.name())
                    .isEqualTo(figure(after, gap));
        }
        assertThat(readiness
                        .missing(Subject.SYSTEM, oaks, Gap.PUPIL_WITHOUT_CLASS, PageRequest.first(10))
                        .items())
                .extracting(GapPerson::displayName)
                .containsExactly("Ali BENALI");
        ClassReadiness taught = readiness.classes(Subject.SYSTEM, oaks).get(0);
        assertThat(taught.pupils()).isEqualTo(1);
        assertThat(taught.teachers()).hasSize(1);
    }

    @Test
    void refusesWhoMayNot() {
        Subject stranger = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.TEACHER, oaks);
        assertThatThrownBy(() -> readiness.classes(stranger, oaks)).isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> readiness.missing(stranger, oaks, Gap.PUPIL_WITHOUT_CLASS, PageRequest.first(1)))
                .isInstanceOf(PortalException.class);
    }

    private static int figure(SchoolReadiness school, Gap gap) {
        return switch (gap) {
            case PUPIL_WITHOUT_CLASS -> school.pupilsWithoutClass();
            case PUPIL_WITHOUT_GUARDIAN -> school.pupilsWithoutGuardian();
            case GUARDIAN_WITHOUT_MAIL -> school.guardiansWithoutMail();
            case ACCOUNT_NEVER_USED -> school.accountsNeverUsed();
        };
    }

    /** Lets the portal itself pass and nobody else. */
    private static final class SystemOnly implements Authorisation {
        @Override
        public boolean allows(Subject subject, String action, Scope target) {
            return subject.isSystem();
        }

        @Override
        public void require(Subject subject, String action, Scope target) {
            if (!subject.isSystem()) {
                throw new PortalException(ErrorCode.FORBIDDEN, "no", null);
            }
        }

        @Override
        public Set<UUID> perimeterOf(Subject subject, String action) {
            return Set.of();
        }
    }
}
