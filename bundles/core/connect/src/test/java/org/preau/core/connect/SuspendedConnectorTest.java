package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Subject;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.persistence.Rows;
import org.preau.core.connect.suspension.SqlSuspensions;
import org.preau.core.connect.testing.AskingPolicy;
import org.preau.core.connect.testing.PlainCas;
import org.preau.core.connect.testing.PortalServer;

class SuspendedConnectorTest extends GateWorld {
    private final SqlSuspensions suspensions = world.suspensions(tx, Clock.systemUTC());

    @BeforeEach
    void deploy() {
        tx.writeSql(connection -> Rows.update(connection, "delete from connect.suspended"));
        world.deploy(new AskingPolicy());
        world.deploy(new PlainCas());
        world.write("org.preau.connector~quiz.cfg", ConnectWorld.file("category", "5", "attributes", "ENTPersonNom"));
    }

    @Test
    void nothingLeavesAndThePageSaysSo() throws Exception {
        world.suspend("quiz");

        assertThat(gate.release(pupil, quiz(), "https://quiz.example/app/x"))
                .isInstanceOfSatisfying(ReleaseOutcome.Unavailable.class, outcome -> assertThat(outcome.why())
                        .contains("suspended"));
        assertThat(gate.pageBefore(pupil, quiz(), "/sso/cas/login")).contains("/connect/quiz");
        assertThat(gate.serves(quiz(), "0240001A")).isFalse();
        assertThat(world.catalogue.suspended("quiz")).isTrue();
        assertThat(world.catalogue.all()).singleElement().satisfies(status -> {
            assertThat(status.suspended()).isTrue();
            assertThat(status.available()).isFalse();
        });
        try (PortalServer server = new PortalServer(new ConnectEndpoint(
                world.catalogue,
                world.audience,
                world.parts,
                world.sessions,
                world.choice(tx, Clock.systemUTC()),
                world.pages))) {
            assertThat(server.get("/connect/quiz", pupil).statusCode()).isEqualTo(503);
            assertThat(world.pages.shown().model().get("title")).isEqualTo("Service suspendu");
        }
    }

    @Test
    void anExerciseCountsOnlyAndEachActIsAudited() {
        assertThat(suspensions.suspend(Subject.SYSTEM, "quiz", true)).isZero();
        assertThat(suspensions.suspended()).isEmpty();
        suspensions.suspend(Subject.SYSTEM, "quiz", false);
        suspensions.resume(Subject.SYSTEM, "quiz");

        assertThat(suspensions.suspended()).isEmpty();
        assertThat(world.audit.entries())
                .extracting(entry -> entry.action() + " " + entry.details().getOrDefault("exercise", ""))
                .containsExactly(
                        "security.suspend-connector true",
                        "security.suspend-connector false",
                        "security.resume-connector ");
    }

    @Test
    void anotherNodeKnowsOnceItIsTold() {
        SqlSuspensions other = new SqlSuspensions(tx, event -> {}, world.audit, Clock.systemUTC());
        assertThat(other.suspended()).isEmpty();
        suspensions.suspend(Subject.SYSTEM, "quiz", false);

        other.changed();

        assertThat(other.suspended()).containsExactly("quiz");
    }

    @Test
    void theListOfConnectorsIsTheSameUntilSomethingChanges() {
        List<ConnectorStatus> before = world.catalogue.all();
        assertThat(world.catalogue.all()).isSameAs(before);

        world.write("org.preau.connector~other.cfg", ConnectWorld.file("category", "5", "attributes", "ENTPersonNom"));

        assertThat(world.catalogue.all()).isNotSameAs(before).hasSize(2);
        assertThat(world.catalogue.byService("cas", "https://QUIZ.example/app/x"))
                .isPresent();
        assertThat(world.catalogue.byService("cas", "https://evil.example/app/x"))
                .isEmpty();
        assertThat(world.catalogue.byService("cas", "not an address")).isEmpty();
    }

    private Connector quiz() {
        return world.catalogue.byId("quiz").orElseThrow();
    }
}
