package org.preau.core.connect.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.connector.SsoProtocol.LogoutAnswer;
import org.preau.api.persistence.Tx;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.testing.PortalServer;
import org.preau.core.persistence.testing.TestDatabase;

class SignedOutPageTest {
    private static final String NEXT = "https://idp.example/logout?x=1";
    private static TestDatabase database;
    private static Tx tx;

    private final VisitWorld world = new VisitWorld(tx, Duration.ofSeconds(30));
    private final ServicesStep step = new ServicesStep(world.visits, world.farewells, world.node);
    private PortalServer server;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ConnectUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void serve() throws Exception {
        server = new PortalServer(new SignedOutEndpoint(
                world.farewells, world.visits, world.portal.catalogue, world.portal.parts, world.portal.pages));
    }

    @AfterEach
    void close() {
        server.close();
        world.close();
    }

    @Test
    void isNotShownToWhoWentNowhere() {
        assertThat(step.page(world.session, NEXT)).isEmpty();
    }

    @Test
    @Requirement("3112A")
    void saysWhichServicesAnsweredAndLeadsOn() {
        world.visit("quiz", "ticket");
        world.visit("other", "sid");
        String page = step.page(world.session, NEXT).orElseThrow();
        world.become("DONE", "DONE");

        HttpResponse<String> shown = server.get(page, null);

        assertThat(page).matches("/connect/signedout/[A-Za-z0-9_-]{43}");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("page signedout", "name=Quiz", "name=Autre", "result=fermé", "well=true");
        assertThat(shown.headers().firstValue("Refresh")).contains("4; url=" + NEXT);
    }

    @Test
    void showsItselfAgainWhileAServiceIsBeingToldButNotForEver() {
        world.protocol.hanging = "quiz";
        world.visit("quiz", "ticket");
        String page = step.page(world.session, NEXT).orElseThrow();

        HttpResponse<String> first = server.get(page, null);
        assertThat(first.headers().firstValue("Refresh")).contains("2");
        assertThat(first.body()).contains("waiting=true", "en cours");
        world.clock.pass(Duration.ofSeconds(16));

        HttpResponse<String> later = server.get(page, null);
        assertThat(later.headers().firstValue("Refresh")).contains("40; url=" + NEXT);
        assertThat(later.body()).contains("trouble=true", "n'a pas répondu", "byHand=true");
    }

    @Test
    void tellsWhatTheUserMustCloseHimself() {
        world.protocol.answers.put("other", LogoutAnswer.NOT_OFFERED);
        world.visit("quiz", "ticket");
        world.visit("other", "sid");
        String page = step.page(world.session, "/signin?signedout=1").orElseThrow();
        world.become("DONE", "NOT_OFFERED");

        assertThat(server.get(page, null).body())
                .contains("à fermer vous-même", "address=https://other.example/logout", "trouble=true");
    }

    @Test
    void hasTheBrowserTellServicesInFrames() {
        world.protocol.answers.put("other", LogoutAnswer.NOT_OFFERED);
        world.protocol.frames.put("other", URI.create("https://other.example/front?sid=1"));
        world.protocol.frames.put("quiz", URI.create("javascript:alert(1)"));
        world.protocol.answers.put("quiz", LogoutAnswer.NOT_OFFERED);
        world.visit("quiz", "ticket");
        world.visit("other", "sid");
        String page = step.page(world.session, NEXT).orElseThrow();
        world.become("NOT_OFFERED", "NOT_OFFERED");

        assertThat(server.get(page, null).body())
                .contains("frames=[https://other.example/front?sid=1]", "prévenu par votre navigateur");
    }

    /** A service that takes posts only is told by a page of ours that posts (SAML 2.0 bindings, 3.5). */
    @Test
    void hasTheBrowserPostFromAFrameOfOurs() throws Exception {
        world.protocol.answers.put("other", LogoutAnswer.NOT_OFFERED);
        world.protocol.frames.put("other", URI.create("/sso/saml/front?visit=x"));
        world.protocol.frames.put("quiz", URI.create("//evil.example/"));
        world.protocol.answers.put("quiz", LogoutAnswer.NOT_OFFERED);
        world.visit("quiz", "ticket");
        world.visit("other", "sid");
        String page = step.page(world.session, NEXT).orElseThrow();
        world.become("NOT_OFFERED", "NOT_OFFERED");

        assertThat(server.get(page, null).body()).contains("frames=[/sso/saml/front?visit=x]");
        try (InputStream template = SignedOutEndpoint.class.getResourceAsStream("pages/signedout.mustache")) {
            assertThat(new String(template.readAllBytes(), StandardCharsets.UTF_8))
                    .containsPattern("<iframe [^>]*sandbox=\"[^\"]*allow-forms");
        }
    }

    @Test
    void knowsNoOtherAddressAndForgetsAfterAnHour() {
        world.visit("quiz", "ticket");
        String page = step.page(world.session, NEXT).orElseThrow();

        for (String unknown : List.of("/connect/signedout", "/connect/signedout/", page + "x", page + "/x")) {
            HttpResponse<String> answer = server.get(unknown, null);
            assertThat(answer.statusCode()).as(unknown).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/signin?signedout=1");
        }
        assertThat(server.send("POST", page, null).statusCode()).isEqualTo(405);
        world.clock.pass(Duration.ofMinutes(61));
        assertThat(server.get(page, null).statusCode()).isEqualTo(303);
    }
}
