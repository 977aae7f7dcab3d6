package org.preau.core.connect.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.console.CommandCall;
import org.preau.core.connect.ConnectWorld;

class ConnectorListCommandTest {
    private final ConnectWorld world = new ConnectWorld();
    private final ConnectorListCommand command = new ConnectorListCommand(world.register, world.audience);

    @Test
    void printsEveryConnectorAndWhatIsWrongAsJson() throws Exception {
        world.write("org.preau.connector~quiz.cfg", ConnectWorld.file());
        world.write("org.preau.connector~my-id.cfg", ConnectWorld.file());
        world.write("org.preau.connector~empty.cfg", Map.of("name.fr", "Vide"));

        JsonNode list = new ObjectMapper().readTree(run("--json"));

        assertThat(list).hasSize(3);
        assertThat(list.findValuesAsText("id")).containsExactlyInAnyOrder("quiz", "my-id", "empty");
        JsonNode quiz = list.get(2);
        assertThat(quiz.path("id").asText()).isEqualTo("quiz");
        assertThat(quiz.path("version").asText()).isEqualTo("file");
        assertThat(quiz.path("state").asText()).isEqualTo("unavailable");
        assertThat(quiz.path("category").asInt()).isEqualTo(3);
        assertThat(quiz.path("protocol").asText()).isEqualTo("cas");
        assertThat(quiz.path("problems")).hasSize(2);
        assertThat(list.get(0).path("state").asText()).isEqualTo("invalid");
        assertThat(list.get(0).path("problems").toString())
                .contains("org.preau.connector~empty.cfg: launch.url is missing");
        assertThat(list.get(0).path("findings")).hasSameSizeAs(list.get(0).path("problems"));
        assertThat(list.get(0).path("findings")).allSatisfy(finding -> {
            assertThat(finding.path("code").asText()).isNotEmpty();
            assertThat(finding.path("message").asText()).doesNotContain("!");
            assertThat(finding.path("message_fr").asText())
                    .startsWith("org.preau.connector~empty.cfg\u00a0: ")
                    .doesNotContain("!");
        });
        assertThat(list.get(0).path("findings").findValuesAsText("message_fr"))
                .contains(
                        "org.preau.connector~empty.cfg\u00a0: launch.url manque\u00a0; écrivez l’adresse à laquelle mène la tuile");
    }

    @Test
    void tellsOfAStructureThatTheDirectoryDoesNotKnow() throws Exception {
        world.write(
                "org.preau.connector~quiz.cfg",
                ConnectWorld.file("audience.structures", "0240009Z, " + world.school.code()));

        assertThat(run()).contains("audience.structures: the directory knows no structure [0240009Z]");
    }

    @Test
    void printsATableForPeople() throws Exception {
        world.write("org.preau.connector~quiz.cfg", ConnectWorld.file("category", "9"));

        assertThat(run()).contains("ID", "quiz", "invalid", "category: 9 is no SDET category");
    }

    private String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = command.run(CommandCall.read(command.spec(), List.of(words), Path.of("/"), print, print));
        assertThat(status).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
