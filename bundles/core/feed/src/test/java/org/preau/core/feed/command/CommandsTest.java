package org.preau.core.feed.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;
import org.preau.api.console.CommandCall;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.core.feed.FeedUnit;
import org.preau.core.feed.Node;
import org.preau.core.feed.Ticking;
import org.preau.core.persistence.testing.TestDatabase;

class CommandsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private TestDatabase database;
    private Node node;
    private Desk desk;
    private Intake intake;
    private int status;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        node = new Node(database, database.tx(new FeedUnit()), new Ticking(), home, Map.of());
        desk = new Desk(node.facade, node.runs);
        intake = new Intake(node.feeds, node.reception, node.steps.workers, desk);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void appliesAndTellsAsBefore() throws Exception {
        JsonNode applied = json(new FeedApplyCommand(intake), "FAKE", archive("a.txt", 0), "--academy", "24", "--json");
        assertThat(status).isZero();
        assertThat(applied.path("outcome").asText()).isEqualTo("accept");
        assertThat(applied.path("applied").asBoolean()).isTrue();
        assertThat(applied.path("counts").path("Eleve").asInt()).isEqualTo(100);
        assertThat(applied.path("warnings").isArray()).isTrue();
        assertThat(applied.path("errors").isArray()).isTrue();
        assertThat(applied.path("difference").path("created").asInt()).isEqualTo(100);
        assertThat(applied.path("id").asText()).hasSize(36);
    }

    @Test
    void holdsAcceptsAndRestores() throws Exception {
        run(new FeedApplyCommand(intake), "fake", archive("a.txt", 0));
        JsonNode checked = json(new FeedCheckCommand(intake), "fake", archive("b.txt", 20), "--json");
        assertThat(status).isEqualTo(3);
        assertThat(checked.path("outcome").asText()).isEqualTo("hold");
        JsonNode held = json(new FeedApplyCommand(intake), "fake", archive("b.txt", 20), "--json");
        assertThat(status).isEqualTo(3);
        assertThat(held.path("applied").asBoolean()).isFalse();
        assertThat(held.path("warnings").get(0).path("code").asText()).isEqualTo("departures");
        String id = held.path("id").asText();

        JsonNode list = json(new FeedListCommand(node.facade), "--json");
        assertThat(list).hasSize(3);
        assertThat(list.get(0).path("kind").asText()).isEqualTo("fake");
        assertThat(list.get(0).path("mode").asText()).isEqualTo("complete");
        assertThat(list.get(0).path("outcome").asText()).isEqualTo("hold");
        assertThat(list.get(0).path("state").asText()).isEqualTo("held");
        JsonNode shown = json(new FeedShowCommand(desk, node.runs, node.reviews), id, "--json");
        assertThat(shown.path("schools").get(0).path("leaving").asInt()).isEqualTo(20);
        assertThat(shown.path("held").get(0).path("code").asText()).isEqualTo("A");

        PortalCommand accept = new FeedHoldAcceptCommand(desk, node.acts, node.steps.workers);
        assertThat(json(accept, id, "--school", "A", "--json").path("applied").asBoolean())
                .isTrue();
        assertThat(status).isZero();
        assertThat(node.directory.pupils()).hasSize(80);
        JsonNode undone = json(new FeedRestoreCommand(desk, node.acts, node.steps.workers), id, "--json");
        assertThat(status).isZero();
        assertThat(undone.path("applied").asBoolean()).isTrue();
        assertThat(node.directory.pupils()).hasSize(100);
        assertThat(run(new FeedListCommand(node.facade))).contains("restored", "restore ");
        assertThat(run(new FeedShowCommand(desk, node.runs, node.reviews), id)).contains("held by A", "SCHOOL");
    }

    @Test
    void rejectsWhatIsHeld() throws Exception {
        run(new FeedApplyCommand(intake), "fake", archive("a.txt", 0));
        String id = json(new FeedApplyCommand(intake), "fake", archive("b.txt", 20), "--json")
                .path("id")
                .asText();
        JsonNode refused = json(new FeedHoldRejectCommand(desk, node.acts), id, "--reason", "no", "--json");
        assertThat(status).isZero();
        assertThat(refused.path("state").asText()).isEqualTo("rejected");
        assertThat(run(new FeedApplyCommand(intake), "fake", archive("b.txt", 20), "--allow-departures"))
                .contains("accept, applied");
    }

    @Test
    void tellsOfWhatCannotBeTaken() throws Exception {
        JsonNode missing = json(new FeedApplyCommand(intake), "fake", "nothing.tgz", "--json");
        assertThat(status).isEqualTo(4);
        assertThat(missing.path("outcome").asText()).isEqualTo("reject");
        assertThat(missing.path("errors").get(0).path("code").asText()).isEqualTo("bad-archive");
        assertThatThrownBy(() -> run(new FeedApplyCommand(intake), "onde", "x"))
                .isInstanceOf(MisusedCommandException.class)
                .hasMessageContaining("fake");
        assertThatThrownBy(() -> run(new FeedShowCommand(desk, node.runs, node.reviews), "abcdef"))
                .isInstanceOf(MisusedCommandException.class);
    }

    @Test
    @Requirement("44C")
    void writesASignedReport() throws Exception {
        Path file = node.archive("w.txt", "begin 24 complete 2026-11-16", "pupil 1 A", "warn odd", "warn odd");
        String id = json(new FeedApplyCommand(intake), "fake", file.toString(), "--json")
                .path("id")
                .asText();
        FeedReportCommand command = new FeedReportCommand(desk, node.facade);
        run(command, id, "--format", "json", "--to", "r.json");
        JsonNode report = MAPPER.readTree(home.resolve("r.json").toFile());
        JWSObject jws = JWSObject.parse(report.path("jws").asText());
        assertThat(jws.verify(new ECDSAVerifier(jws.getHeader().getJWK().toECKey())))
                .isTrue();
        assertThat(MAPPER.readTree(jws.getPayload().toBytes())).isEqualTo(report.path("report"));
        assertThat(report.path("report").path("findings")).hasSize(2);
        assertThat(report.toString()).doesNotContain("Lou");
        run(command, id, "--format", "csv", "--to", "r.csv");
        assertThat(Files.readString(home.resolve("r.csv")))
                .startsWith("\ufeffseverity;code;")
                .contains("warning;odd;f.xml;1;A;\"'=what is wrong; really\";\"'=what is wrong; really\"\r\n");
        run(command, id, "--format", "html", "--to", "r.html");
        assertThat(Files.readString(home.resolve("r.html")))
                .contains("Compte rendu d’alimentation", "Feed report", "w.txt", "what is wrong; really", "appliquée")
                .doesNotContain("!t.", "{{");
    }

    private String archive(String name, int gone) {
        List<String> lines = new ArrayList<>(List.of("begin 24 complete 2026-11-16"));
        for (int i = gone; i < 100; i++) {
            lines.add("pupil " + i + " A");
        }
        return node.archive(name, lines.toArray(String[]::new)).toString();
    }

    private JsonNode json(PortalCommand command, String... words) throws Exception {
        return MAPPER.readTree(run(command, words));
    }

    private String run(PortalCommand command, String... words) throws Exception {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        status = command.run(CommandCall.read(command.spec(), List.of(words), home, stream, stream));
        return out.toString(StandardCharsets.UTF_8);
    }
}
