package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.PortalCommand;
import org.preau.core.directory.command.ClassAssignCommand;
import org.preau.core.directory.command.DirectoryTotalsCommand;

class CommandsTest {
    private static TestSchools schools;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

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
    void countsUnderTheNamesThatAreKept() throws Exception {
        DirectoryTotalsCommand totals = new DirectoryTotalsCommand(schools.directory, schools.structures);
        assertThat(json(totals, "--json").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "schools",
                        "classes",
                        "groups",
                        "pupils",
                        "pupils_nursery",
                        "guardians",
                        "guardian_links",
                        "teachers",
                        "other_staff");
        assertThat(json(totals, "--uai", "0770001a", "--json").path("pupils").asInt())
                .isEqualTo(2);
        assertThat(json(totals, "--by-school", "--json")
                        .path(TestRecords.ELMS)
                        .path("pupils_nursery")
                        .asInt())
                .isEqualTo(1);
        assertThat(run(totals)).contains("pupils_nursery");
        assertThat(run(totals, "--by-school")).contains(TestRecords.OAKS);
        assertThatThrownBy(() -> run(totals, "--uai", "0000000X")).isInstanceOf(PortalException.class);
    }

    @Test
    void givesATeacherHisClass() throws Exception {
        ClassAssignCommand assign =
                new ClassAssignCommand(schools.accounts, schools.structures, schools.directory, new NoAudit());
        UUID teacher = schools.person("51");
        assertThat(run(assign, "jean-pierre.martin", TestRecords.OAKS, "ce1 a")).contains("teaches");
        assertThat(schools.directory.scopesOf(teacher))
                .anyMatch(each ->
                        each.profile() == Profile.TEACHER && each.label().equals("CE1 A"));
        run(assign, "jean-pierre.martin", TestRecords.OAKS, "CE1 A", "--remove");
        assertThat(schools.directory.scopesOf(teacher)).hasSize(1);
        assertThatThrownBy(() -> run(assign, "nobody", TestRecords.OAKS, "CE1 A"))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> run(assign, "jean-pierre.martin", TestRecords.OAKS, "CM2"))
                .isInstanceOf(PortalException.class);
    }

    private JsonNode json(PortalCommand command, String... words) throws Exception {
        return new ObjectMapper().readTree(run(command, words));
    }

    private String run(PortalCommand command, String... words) throws Exception {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        command.run(CommandCall.read(command.spec(), List.of(words), Path.of("/home"), stream, stream));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final class NoAudit implements Audit {
        @Override
        public void record(Subject subject, String action, String target, Map<String, String> details) {}

        @Override
        public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
            return new Page<>(List.of(), 0);
        }
    }
}
