package org.preau.apps.people.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Tx;
import org.preau.testkit.FakeAudit;
import org.preau.testkit.FakeDirectory;

class ClassTeachersTest {
    private final FakeDirectory directory = new FakeDirectory();
    private final FakeAudit trail = new FakeAudit();
    private final UUID school = UUID.randomUUID();
    private final UUID classId = UUID.randomUUID();
    private final ClassTeachers teachers = new ClassTeachers(new Direct(), directory, new Members(), trail);
    private final Subject head = subject(Profile.HEAD, school);
    private final Subject teacher = subject(Profile.TEACHER, school);
    private final Subject stranger = subject(Profile.TEACHER, UUID.randomUUID());

    @BeforeEach
    void open() {
        directory.add(new SchoolClass(classId, school, "CP A", 20));
    }

    @Test
    void headDecidesForEverybody() {
        UUID somebody = UUID.randomUUID();
        UUID another = UUID.randomUUID();
        teachers.assign(head, classId, somebody);
        teachers.assign(head, classId, another);
        teachers.unassign(head, classId, somebody);

        assertThat(directory.teaching()).containsExactly(List.of(classId, another));
        assertThat(trail.actions())
                .containsExactly("people.assign-teacher", "people.assign-teacher", "people.unassign-teacher");
        assertThat(trail.lines()).extracting(FakeAudit.Line::target).containsOnly("class:" + classId);
        assertThat(teachers.decides(head, school)).isTrue();
        assertThat(teachers.mayJoin(head, school)).isFalse();
    }

    @Test
    void teacherDecidesForHimselfOnly() {
        teachers.assign(teacher, classId, person(teacher));
        assertThat(directory.teaching()).containsExactly(List.of(classId, person(teacher)));

        assertForbidden(teacher, UUID.randomUUID());
        assertThat(teachers.decides(teacher, school)).isFalse();
        assertThat(teachers.mayJoin(teacher, school)).isTrue();
    }

    @Test
    void refusesEverybodyElse() {
        assertForbidden(stranger, person(stranger));
        Subject pupil = subject(Profile.STUDENT, school);
        assertForbidden(pupil, person(pupil));
        assertThat(trail.lines()).isEmpty();
    }

    @Test
    void refusesAClassThatIsGone() {
        assertThatThrownBy(() -> teachers.assign(head, UUID.randomUUID(), UUID.randomUUID()))
                .isInstanceOfSatisfying(PortalException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.NOT_FOUND));
    }

    private void assertForbidden(Subject by, UUID personId) {
        assertThatThrownBy(() -> teachers.assign(by, classId, personId))
                .isInstanceOfSatisfying(PortalException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.FORBIDDEN));
    }

    private static UUID person(Subject subject) {
        UUID person = subject.personId();
        return person == null ? new UUID(0, 0) : person;
    }

    private static Subject subject(Profile profile, UUID in) {
        return new Subject(UUID.randomUUID(), UUID.randomUUID(), profile, in);
    }

    /** Heads and teachers of the school. */
    private final class Members implements Authorisation {
        @Override
        public boolean allows(Subject subject, String action, Scope target) {
            return action.equals(AssignRule.ASSIGN)
                    && Set.of(Profile.HEAD, Profile.TEACHER).contains(subject.profile())
                    && target.id().equals(subject.structureId());
        }

        @Override
        public void require(Subject subject, String action, Scope target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<UUID> perimeterOf(Subject subject, String action) {
            return Set.of();
        }
    }

    /** Runs the work without a database. */
    private static final class Direct implements Tx {
        @Override
        public <T extends @Nullable Object> T read(JpaWork<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T extends @Nullable Object> T write(JpaWork<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T extends @Nullable Object> T readSql(SqlWork<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T extends @Nullable Object> T writeSql(SqlWork<T> work) {
            try {
                return work.run((Connection) java.lang.reflect.Proxy.newProxyInstance(
                        Direct.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                            throw new SQLException("no database here");
                        }));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }
}
