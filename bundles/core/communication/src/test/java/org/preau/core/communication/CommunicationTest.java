package org.preau.core.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.communication.CommunicationChanged;
import org.preau.api.communication.MayWrite;
import org.preau.api.communication.NewException;
import org.preau.api.communication.NewSetting;
import org.preau.api.communication.Preset;
import org.preau.api.communication.RuleException;
import org.preau.api.console.CommandCall;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Reach;
import org.preau.api.directory.Scope;
import org.preau.api.directory.StructureKind;
import org.preau.core.communication.command.CommunicationListCommand;
import org.preau.core.communication.command.CommunicationSetCommand;
import org.preau.core.communication.command.MayWriteCommand;
import org.preau.core.persistence.testing.TestDatabase;

@Requirement("614B")
class CommunicationTest {
    private static final Subject SYSTEM = Subject.SYSTEM;
    private static final PageRequest ALL = PageRequest.first(100);

    private final World world = new World();
    private final UUID academy = world.structure(StructureKind.ACADEMY, "24");
    private final UUID circonscription = world.structure(StructureKind.CIRCONSCRIPTION, "0779999Z", academy);
    private final UUID oaks = world.structure(StructureKind.SCHOOL, "0770001A", circonscription);
    private final UUID elms = world.structure(StructureKind.SCHOOL, "0770002B", circonscription);
    private final UUID classA = world.schoolClass(oaks, "A");
    private final UUID classB = world.schoolClass(oaks, "B");
    private final List<PortalEvent> events = new ArrayList<>();
    private final List<String> audited = new ArrayList<>();
    private final Set<UUID> say = new HashSet<>();
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private TestDatabase database;
    private SqlCommunicationRules rules;

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
                tx, new Say(), new Trail(), events::add, world, world, world, books, reaches, checker, clock);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void byDefaultFamiliesWriteWithinTheirClassesAndToTheirTeachers() {
        assertThat(answers("zoe", "ali", "bob", "noe", "teacher.a", "teacher.b", "head", "anne", "karim", "inspector"))
                .isEqualTo("yes no no yes no no yes no no");
        assertThat(answers("anne", "zoe", "ali", "karim", "teacher.a", "teacher.b", "head", "teacher.elms"))
                .isEqualTo("yes no no yes no yes yes");
        assertThat(answers("teacher.a", "zoe", "bob", "anne", "head", "noe", "inspector", "teacher.elms"))
                .isEqualTo("yes yes yes yes no yes no");
        assertThat(answers("inspector", "head", "teacher.elms", "zoe")).isEqualTo("yes yes no");
    }

    @Test
    void eachPresetSaysItsWay() {
        rules.set(SYSTEM, academy, NewSetting.of(Preset.OPEN));
        assertThat(answers("zoe", "ali", "bob", "noe", "teacher.b", "head", "karim"))
                .isEqualTo("yes yes no yes yes no");
        assertThat(answers("anne", "teacher.b", "ali", "karim")).isEqualTo("yes no no");
        rules.set(SYSTEM, academy, NewSetting.of(Preset.STAFF_ONLY));
        assertThat(answers("zoe", "ali", "teacher.a", "teacher.b", "anne")).isEqualTo("no yes no yes");
        rules.set(SYSTEM, academy, NewSetting.of(Preset.CLOSED));
        assertThat(answers("zoe", "ali", "teacher.a", "anne")).isEqualTo("no no no");
        assertThat(answers("anne", "teacher.a", "head", "zoe")).isEqualTo("no no no");
        assertThat(answers("teacher.a", "zoe", "anne")).isEqualTo("yes yes");
        rules.set(SYSTEM, academy, new NewSetting(Preset.CLASS, false, Optional.of(true)));
        assertThat(answers("anne", "karim", "ali")).isEqualTo("yes no");
    }

    @Test
    void aSchoolNarrowsAndWidensOnlyWhereTheAcademyLetsIt() {
        Subject head = new Subject(UUID.randomUUID(), world.people.get("head"), Profile.HEAD, oaks);
        say.add(oaks);
        refused(ErrorCode.CONFLICT, () -> rules.set(head, oaks, NewSetting.of(Preset.OPEN)));
        refused(ErrorCode.FORBIDDEN, () -> rules.set(head, elms, NewSetting.of(Preset.CLOSED)));
        assertThat(rules.set(head, oaks, NewSetting.of(Preset.CLOSED)).preset()).isEqualTo(Preset.CLOSED);
        rules.set(SYSTEM, academy, new NewSetting(Preset.CLASS, true, Optional.empty()));
        assertThat(rules.set(head, oaks, NewSetting.of(Preset.OPEN)).preset()).isEqualTo(Preset.OPEN);
        rules.set(SYSTEM, academy, NewSetting.of(Preset.STAFF_ONLY));
        assertThat(rules.effective(oaks).preset()).isEqualTo(Preset.STAFF_ONLY);
        rules.set(SYSTEM, oaks, NewSetting.of(Preset.OPEN));
        assertThat(rules.effective(oaks).preset()).isEqualTo(Preset.OPEN);
        assertThat(rules.reset(head, oaks).preset()).isEqualTo(Preset.STAFF_ONLY);
        assertThat(rules.history(head, oaks, ALL).items())
                .extracting(each -> each.setting().map(NewSetting::preset).orElse(null))
                .containsExactly(null, Preset.OPEN, Preset.OPEN, Preset.CLOSED);
        assertThat(rules.settings(SYSTEM, academy, ALL).total()).isEqualTo(1);
        assertThat(events).contains(new CommunicationChanged(oaks));
        assertThat(audited).contains("communication.set", "communication.reset");
    }

    @Test
    void exceptionsOpenAndCloseForATime() {
        NewException open = NewException.allow(
                Scope.schoolClass(classA), Scope.schoolClass(classB), true, LocalDate.parse("2026-11-30"));
        RuleException made = rules.except(SYSTEM, open);
        assertThat(answers("zoe", "bob", "teacher.b")).isEqualTo("yes yes");
        assertThat(answers("bob", "zoe")).isEqualTo("yes");
        RuleException closed = rules.except(SYSTEM, NewException.close(Scope.schoolClass(classA), null));
        assertThat(answers("zoe", "ali", "bob", "teacher.a", "anne")).isEqualTo("no no no no");
        assertThat(answers("karim", "teacher.a", "head", "ali")).isEqualTo("no no no");
        assertThat(answers("teacher.a", "zoe")).isEqualTo("yes");
        rules.endException(SYSTEM, closed.id());
        now = Instant.parse("2026-12-01T08:00:00Z");
        assertThat(answers("zoe", "ali", "bob")).isEqualTo("yes no");
        assertThat(rules.exceptions(SYSTEM, academy, false, ALL).items()).isEmpty();
        assertThat(rules.exceptions(SYSTEM, academy, true, ALL).items())
                .extracting(RuleException::id)
                .containsExactly(closed.id(), made.id());
        Subject head = new Subject(UUID.randomUUID(), world.people.get("head"), Profile.HEAD, oaks);
        say.add(oaks);
        refused(
                ErrorCode.FORBIDDEN,
                () -> rules.except(head, NewException.allow(Scope.structure(oaks), Scope.structure(elms), true, null)));
    }

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

    @Test
    void commandsAnswerInWords() throws Exception {
        MayWriteCommand command = new MayWriteCommand(rules, new WorldAccounts(world), world);
        JsonNode no = new ObjectMapper().readTree(run(command, "zoe", "bob", "--json"));
        assertThat(no.path("allowed").asBoolean()).isFalse();
        assertThat(no.path("reasons").get(0).path("fr").asText())
                .isEqualTo("0770001A : l'élève écrit dans sa classe et à ses enseignants. (Règle par défaut.)");
        run(new CommunicationSetCommand(rules, world), "0770001A", "OPEN");
        assertThat(run(command, "zoe", "bob")).startsWith("yes");
        JsonNode list = new ObjectMapper().readTree(run(new CommunicationListCommand(rules, world), "--json"));
        assertThat(list.get(0).path("effective").asText()).isEqualTo("OPEN");
        assertThat(run(new CommunicationListCommand(rules, world))).contains("0770001A");
        assertThat(run(new CommunicationSetCommand(rules, world), "0770001A", "inherit"))
                .contains("CLASS");
        assertThatThrownBy(() -> run(command, "zoe", "nobody")).isInstanceOf(PortalException.class);
    }

    private String answers(String from, String... to) {
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

    private static void refused(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(PortalException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static String run(PortalCommand command, String... words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        command.run(CommandCall.read(command.spec(), List.of(words), Path.of("/"), stream, stream));
        return out.toString(StandardCharsets.UTF_8);
    }

    private final class Say implements Authorisation {
        @Override
        public boolean allows(Subject subject, String action, Scope target) {
            return subject.isSystem() || say.contains(target.id());
        }

        @Override
        public void require(Subject subject, String action, Scope target) {
            if (!allows(subject, action, target)) {
                throw new PortalException(ErrorCode.FORBIDDEN, "not here", null);
            }
        }

        @Override
        public Set<UUID> perimeterOf(Subject subject, String action) {
            return say;
        }
    }

    private final class Trail implements Audit {
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
