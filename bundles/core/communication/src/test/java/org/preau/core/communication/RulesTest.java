package org.preau.core.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.communication.CommunicationChanged;
import org.preau.api.communication.NewException;
import org.preau.api.communication.NewSetting;
import org.preau.api.communication.Preset;
import org.preau.api.communication.RuleException;
import org.preau.api.console.CommandCall;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Scope;
import org.preau.core.communication.command.CommunicationListCommand;
import org.preau.core.communication.command.CommunicationSetCommand;
import org.preau.core.communication.command.MayWriteCommand;

/** The rules that academy and schools set. */
@Requirement("614B")
class RulesTest extends RulesWorld {
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
        authorisation.everythingOn(oaks);
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
        authorisation.everythingOn(oaks);
        refused(
                ErrorCode.FORBIDDEN,
                () -> rules.except(head, NewException.allow(Scope.structure(oaks), Scope.structure(elms), true, null)));
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

    private static String run(PortalCommand command, String... words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        command.run(CommandCall.read(command.spec(), List.of(words), Path.of("/"), stream, stream));
        return out.toString(StandardCharsets.UTF_8);
    }
}
