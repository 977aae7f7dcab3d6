package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.SchoolChoice;
import org.preau.api.connector.UserFacts;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.testing.PortalServer;

class ConnectEndpointTest {
    private final ConnectWorld world = new ConnectWorld();
    private final PortalSession teacher = world.sessions.signIn("ana", Profile.TEACHER, world.school);
    private final CategoryPolicy category1 = new FreeAccess();
    private PortalServer server;

    @BeforeEach
    void start() throws Exception {
        server = new PortalServer(new ConnectEndpoint(
                world.catalogue, world.audience, world.parts, world.sessions, new NoChoice(), world.pages));
        world.deploy(category1);
        world.write(
                "org.preau.connector~free.cfg",
                ConnectWorld.file(
                        "category",
                        "1",
                        "protocol",
                        "link",
                        "launch.url",
                        "https://free.example/é?a=b",
                        "name.fr",
                        "Libre"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Requirement("3113-1")
    void takesAUserToALinkWithoutAWordAboutHim() {
        HttpResponse<String> answer = server.get("/connect/free", teacher);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("https://free.example/%C3%A9?a=b");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(world.sessions.touched()).containsExactly(teacher.id());
    }

    @Test
    @Requirement("3112A")
    void asksWhoIsNotSignedInToSignInAndComeBack() {
        HttpResponse<String> answer = server.get("/connect/free", null);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/signin?return=%2Fconnect%2Ffree");
        assertThat(location(server.get("/connect/nothing", null))).isEqualTo("/signin?return=%2Fconnect%2Fnothing");
    }

    @Test
    void doesNotTellAnUnknownOneFromOneForOthers() {
        HttpResponse<String> unknown = server.get("/connect/nothing", teacher);
        HttpResponse<String> forOthers =
                server.get("/connect/free", world.sessions.signIn("gil", Profile.GUARDIAN, world.school));
        world.toggles.switchOff("connector:free");
        HttpResponse<String> switchedOff = server.get("/connect/free", teacher);

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(forOthers.statusCode()).isEqualTo(404);
        assertThat(switchedOff.statusCode()).isEqualTo(404);
        assertThat(forOthers.body()).isEqualTo(unknown.body()).isEqualTo(switchedOff.body());
    }

    @Test
    void isNotFoundWithoutAnIdThatCanBe() {
        for (String path : new String[] {"/connect", "/connect/", "/connect/Free", "/connect/free/x", "/connect/a-b"}) {
            assertThat(server.get(path, teacher).statusCode()).as(path).isEqualTo(404);
            assertThat(server.get(path, null).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void saysUnavailableForNowWithoutItsCategory() {
        world.undeploy(category1);
        HttpResponse<String> answer = server.get("/connect/free", teacher);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.body()).contains("page unavailable", "Service indisponible pour l'instant", "Libre");
    }

    @Test
    void refusesAPost() {
        HttpResponse<String> answer = server.send("POST", "/connect/free", teacher);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static final class NoChoice implements SchoolChoice {
        @Override
        public Optional<String> pageBefore(PortalSession session, Connector connector, String back) {
            return Optional.empty();
        }

        @Override
        public void startsHere(PortalSession session, Connector connector) {}
    }

    private static final class FreeAccess implements CategoryPolicy {
        @Override
        public int category() {
            return 1;
        }

        @Override
        public Release release(Connector connector, UserFacts user) {
            throw new AssertionError("a link releases nothing");
        }
    }
}
