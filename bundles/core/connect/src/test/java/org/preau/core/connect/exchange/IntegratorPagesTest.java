package org.preau.core.connect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Profile;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;
import org.preau.api.directory.Scope;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.testing.PortalServer;
import org.preau.testkit.StandIn;

/** The pages of who connects a service. */
class IntegratorPagesTest extends ExchangeWorld {
    private final ConnectWorld world = new ConnectWorld();
    private final Set<UUID> administered = ConcurrentHashMap.newKeySet();
    private final PortalSession somebody = world.sessions.signIn("ana", Profile.ACADEMY, world.academy);

    @Test
    void showsAConnectorOnlyToWhoAdministersItsWholeAudience() throws Exception {
        world.write(
                "org.preau.connector~quiz.cfg",
                ConnectWorld.file(
                        "audience.structures",
                        world.school.code() + "," + world.otherSchool.code(),
                        "client.secret",
                        "s3cr3t-value",
                        "client.id",
                        "quiz-client"));
        try (PortalServer server = server()) {
            assertThat(server.get("/connect/integrator/quiz", null).headers().firstValue("Location"))
                    .contains("/signin?return=%2Fconnect%2Fintegrator%2Fquiz");
            assertThat(server.get("/connect/integrator/quiz", somebody).statusCode())
                    .isEqualTo(404);
            administered.add(world.school.id());
            assertThat(server.get("/connect/integrator/quiz", somebody).statusCode())
                    .isEqualTo(404);
            assertThat(server.get("/connect/integrator", somebody).statusCode()).isEqualTo(404);
            administered.add(world.otherSchool.id());

            HttpResponse<String> page = server.get("/connect/integrator/quiz", somebody);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("https://quiz.example/app/*", "quiz-client", "(secret")
                    .doesNotContain("s3cr3t-value");
            assertThat(server.get("/connect/integrator", somebody).body()).contains("Quiz");
        }
    }

    @Test
    void showsAConnectorForAllOnlyAtTheRoot() throws Exception {
        world.write("org.preau.connector~quiz.cfg", ConnectWorld.file());
        administered.addAll(Set.of(world.school.id(), world.otherSchool.id()));
        try (PortalServer server = server()) {
            assertThat(server.get("/connect/integrator/quiz", somebody).statusCode())
                    .isEqualTo(404);
            administered.addAll(Set.of(world.academy.id(), world.commune.id()));
            assertThat(server.get("/connect/integrator/quiz", somebody).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void showsWhoeverAdministersAllWhatIsToBeMendedInFiles() throws Exception {
        world.write("org.preau.connector~quiz.cfg", ConnectWorld.file("launch.url", "quiz"));
        try (PortalServer server = server()) {
            administered.add(world.school.id());
            assertThat(server.get("/connect/integrator", somebody).statusCode()).isEqualTo(404);
            administered.addAll(Set.of(world.academy.id(), world.commune.id()));
            assertThat(server.get("/connect/integrator", somebody).body())
                    .contains("org.preau.connector~quiz.cfg: launch.url: quiz is no https address");
        }
    }

    @Test
    void tellsAPupilWhoIsLostWhomToAsk() throws Exception {
        PortalSession pupil = world.sessions.signIn("zoe", Profile.STUDENT, world.school);
        PortalSession guardian = world.sessions.signIn("anne", Profile.GUARDIAN, world.school);
        try (PortalServer server = server()) {
            assertThat(server.get("/connect/integrator", pupil).body()).contains("ask your teacher");
            assertThat(server.get("/connect/integrator/quiz", guardian).body()).contains("ask the head");
        }
    }

    @Test
    void triesWhatWouldLeaveAndStoresNothing() throws Exception {
        world.write("org.preau.connector~quiz.cfg", ConnectWorld.file());
        world.deploy(new Asking());
        administered.addAll(Set.of(world.academy.id(), world.commune.id()));
        try (PortalServer server = server()) {
            String page = server.get("/connect/integrator/quiz?try=1", somebody).body();

            assertThat(page)
                    .contains("profile=élève", "profile=enseignant", "National_elv", "Exemple")
                    .doesNotContain("profile=responsable");
            assertThat(server.get("/connect/integrator/quiz?live=1", somebody)
                            .headers()
                            .firstValue("Refresh"))
                    .contains("5");
            assertThat(server.send("POST", "/connect/integrator/quiz", somebody).statusCode())
                    .isEqualTo(405);
        }
        assertThat(world.audit.entries()).isEmpty();
        assertThat(tx.<Long>readSql(
                        sql -> org.preau.api.persistence.Rows.count(sql, "select count(*) from connect.pairwise")))
                .isZero();
    }

    private PortalServer server() throws Exception {
        Authorisation authorisation = StandIn.of(Authorisation.class, (method, arguments) -> {
            if (!method.equals("allows")) {
                throw new UnsupportedOperationException(method);
            }
            return "connector.integrate".equals(arguments[1]) && administered.contains(((Scope) arguments[2]).id());
        });
        return new PortalServer(new IntegratorEndpoint(
                world.catalogue,
                world.register,
                new Integrators(authorisation, world.structures),
                new IntegratorModel(world.parts, store),
                world.sessions,
                world.pages));
    }

    private static final class Asking implements CategoryPolicy {
        @Override
        public int category() {
            return 3;
        }

        @Override
        public List<String> asks(Connector connector) {
            return List.of("ENTPersonNom");
        }

        @Override
        public Release release(Connector connector, UserFacts user) {
            return Release.NOTHING;
        }

        @Override
        public Release release(Connector connector, UserFacts user, Agreement agreement) {
            return agreement.attributes().contains("ENTPersonNom")
                    ? new Release(
                            Optional.of(user.pairwiseId()),
                            Map.of(
                                    "ENTPersonNom", user.attribute("ENTPersonNom"),
                                    "ENTPersonProfils", List.of(user.profile())))
                    : Release.NOTHING;
        }
    }
}
