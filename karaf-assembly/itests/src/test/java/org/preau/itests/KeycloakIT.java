package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.Keycloak;
import org.preau.driver.Portal;
import org.preau.driver.Program;
import org.preau.itests.peer.Page;
import org.preau.itests.peer.Visitor;

/** Keycloak in the place of ÉduConnect (SAML) and of the State's agents' sign-in (OpenID Connect, then SAML). Runs by {@code ./preau test peers}. */
@Tag("keycloak")
class KeycloakIT {
    private static final String ARCHIVE =
            "bundles/feeds/aaf/src/test/resources/archives/baseline/ENT1D.20261116_ENT-ECOLE_Complet.tgz";
    private static final String SECRET = "un-secret-de-test-assez-long-pour-servir";

    private static Keycloak keycloak;
    private static Portal portal;

    @BeforeAll
    static void start() throws IOException {
        portal = Portal.at("keycloak").with("PREAU_START_TIMEOUT", "280");
        keycloak = Keycloak.start(
                Path.of(System.getProperty("preau.keycloak")),
                Program.freePort(),
                "512m",
                Map.of("agents", realm("agents"), "families", realm("families")));
        Path etc = Files.createDirectories(portal.home.resolve("etc"));
        Files.writeString(etc.resolve("org.preau.feeds.aaf.cfg"), "academies = 24\n");
        Files.writeString(
                etc.resolve("org.preau.signin.agent.cfg"),
                "issuer = " + keycloak.realm("agents") + "\nclient.id = preau\nclient.secret = " + SECRET + "\n");
        Files.writeString(
                etc.resolve("org.preau.signin.educonnect.cfg"),
                "metadata.url = " + keycloak.realm("families") + "/protocol/saml/descriptor\n");
        portal.start();
        Portal.Result applied =
                portal.exec("preau:feed-apply aaf " + Portal.root().resolve(ARCHIVE) + " --academy 24 --json");
        assertThat(applied.status()).as(applied.toString()).isZero();
    }

    @AfterAll
    static void stop() {
        portal.close();
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    @Requirement("322A-C")
    void aTeacherComesInByTheAgentsCounterByEitherProtocolAndHisSignOutReachesTheProvider() throws IOException {
        comesInAndLeaves("agent", "laure", "TEACHER");
        agentsBySaml();
        comesInAndLeaves("agent", "laure", "TEACHER");
    }

    /** The counter takes another configuration while the portal runs: the same provider, by its other protocol. */
    private static void agentsBySaml() throws IOException {
        Files.writeString(
                portal.home.resolve("etc/org.preau.signin.agent.cfg"),
                "metadata.url = " + keycloak.realm("agents") + "/protocol/saml/descriptor\n");
        portal.await(
                "the agents' counter by SAML",
                Duration.ofMinutes(1),
                () -> visitor().open(portal.url("/signin/agent")).at().getPath().contains("/protocol/saml"));
    }

    @Test
    @Requirement("322A-C")
    void aPupilComesInByEduConnectAndHisSignOutReachesTheProvider() throws IOException {
        comesInAndLeaves("educonnect", "suzanne", "STUDENT");
    }

    @Test
    @Requirement("322A-C")
    void anAgentWhomTheDirectoryDoesNotKnowGetsAPageAndNoAccount() {
        Visitor stranger = visitor();
        Page page = arrived(stranger, "agent", "stranger");
        assertThat(page.at().getPath()).as(page.toString()).startsWith("/signin/agent");
        assertThat(stranger.get(portal.url("/api/v1/me")).status()).isEqualTo(401);
    }

    private static void comesInAndLeaves(String counter, String name, String profile) throws IOException {
        Visitor visitor = visitor();
        Page home = arrived(visitor, counter, name);
        Page answer = visitor.get(portal.url("/api/v1/me"));
        assertThat(answer.status()).as(home + "\n" + portal.log()).isEqualTo(200);
        JsonNode me = new ObjectMapper().readTree(answer.body());
        assertThat(me.get("profile").asText()).isEqualTo(profile);
        assertThat(me.get("counter").asText()).isEqualTo(counter);
        visitor.signOut(portal.url(""));
        assertThat(visitor.get(portal.url("/api/v1/me")).status()).isEqualTo(401);
        assertThat(visitor.open(portal.url("/signin/" + counter)).asksForPassword())
                .as("the provider asks again")
                .isTrue();
    }

    private static Page arrived(Visitor visitor, String counter, String name) {
        Page asked = visitor.open(portal.url("/signin/" + counter));
        assertThat(asked.asksForPassword()).as(asked + portal.log()).isTrue();
        return visitor.signIn(asked, new Portal.Login(name, name));
    }

    private static String realm(String name) {
        try (InputStream from = KeycloakIT.class.getResourceAsStream("/peers/keycloak-" + name + ".json")) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PORTAL@", portal.url(""))
                    .replace("@SECRET@", SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Visitor visitor() {
        try {
            return new Visitor(SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
