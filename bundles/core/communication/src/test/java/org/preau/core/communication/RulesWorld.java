package org.preau.core.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.communication.MayWrite;
import org.preau.api.directory.StructureKind;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.FakeAuthorisation;

/** The rules of who may write to whom in an academy with two schools; a database for each test. */
abstract class RulesWorld {
    static final Subject SYSTEM = Subject.SYSTEM;
    static final PageRequest ALL = PageRequest.first(100);

    final World world = new World();
    final UUID academy = world.structure(StructureKind.ACADEMY, "24");
    final UUID circonscription = world.structure(StructureKind.CIRCONSCRIPTION, "0779999Z", academy);
    final UUID oaks = world.structure(StructureKind.SCHOOL, "0770001A", circonscription);
    final UUID elms = world.structure(StructureKind.SCHOOL, "0770002B", circonscription);
    final UUID classA = world.schoolClass(oaks, "A");
    final UUID classB = world.schoolClass(oaks, "B");
    final List<PortalEvent> events = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    final FakeAuthorisation authorisation = new FakeAuthorisation();
    Instant now = Instant.parse("2026-11-20T08:00:00Z");
    TestDatabase database;
    SqlCommunicationRules rules;

    @BeforeEach
    void open() {
        world.person("zoe", Profile.STUDENT, oaks, classA);
        world.person("ali", Profile.STUDENT, oaks, classA);
        world.person("bob", Profile.STUDENT, oaks, classB);
        world.person("noe", Profile.STUDENT, elms);
        world.person("teacher.a", Profile.TEACHER, oaks, classA);
        world.person("teacher.b", Profile.TEACHER, oaks, classB);
        world.person("head", Profile.HEAD, oaks);
        world.person("teacher.elms", Profile.TEACHER, elms);
        world.person("inspector", Profile.INSPECTOR, circonscription);
        world.guardian("anne", "zoe", "noe");
        world.guardian("karim", "ali");
        database = TestDatabase.create();
        var tx = database.tx(new CommunicationUnit());
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        Books books = new Books(tx);
        Reaches reaches = new Reaches(books, world, world, world, new ClassStaff(world), clock);
        Checker checker = new Checker(reaches, world, world, new WorldAccounts(world));
        rules = new SqlCommunicationRules(
                tx, authorisation, new Trail(), events::add, world, world, world, books, reaches, checker, clock);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    String answers(String from, String... to) {
        List<String> answers = new ArrayList<>();
        for (String each : to) {
            MayWrite answer = rules.mayWrite(world.people.get(from), world.people.get(each));
            assertThat(answer.reasons()).isNotEmpty();
            assertThat(answer.reasons())
                    .allSatisfy(reason ->
                            assertThat(reason.text().fr() + reason.text().en()).doesNotContain("!", "{"));
            answers.add(answer.allowed() ? "yes" : "no");
        }
        return String.join(" ", answers);
    }

    static void refused(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(PortalException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    final class Trail implements Audit {
        @Override
        public void record(Subject subject, String action, String target, Map<String, String> details) {
            audited.add(action);
        }

        @Override
        public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
            return new Page<>(List.of(), 0);
        }
    }
}
