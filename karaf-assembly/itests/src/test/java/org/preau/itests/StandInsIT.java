package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.Portal;
import org.preau.itests.peer.Page;
import org.preau.itests.peer.SimpleSamlPhp;
import org.preau.itests.peer.Visitor;

/** SimpleSAMLphp in ÉduConnect's place: whom it vouches for comes in as the person the AAF knows by that key, and nobody else does. */
@Tag("simplesamlphp")
class StandInsIT {
    private static final String ARCHIVE =
            "bundles/feeds/aaf/src/test/resources/archives/baseline/ENT1D.20261116_ENT-ECOLE_Complet.tgz";

    private static SimpleSamlPhp provider;
    private static Portal portal;

    @BeforeAll
    static void start() throws IOException {
        provider = new SimpleSamlPhp()
                .person("minh", vouchedFor("10000001"))
                .person("both", vouchedFor("10000001", "10000002"))
                .person("nobody", vouchedFor("99999999"))
                .start();
        portal = Portal.at("stand-ins").with("PREAU_START_TIMEOUT", "280");
        Path etc = Files.createDirectories(portal.home.resolve("etc"));
        Files.writeString(etc.resolve("org.preau.feeds.aaf.cfg"), "academies = 24\n");
        Files.writeString(
                etc.resolve("org.preau.signin.educonnect.cfg"), "metadata.url = " + provider.metadata() + "\n");
        portal.start();
        Portal.Result applied =
                portal.exec("preau:feed-apply aaf " + Portal.root().resolve(ARCHIVE) + " --academy 24 --json");
        assertThat(applied.status()).as(applied.toString()).isZero();
        portal.await("the counter's metadata", Duration.ofSeconds(60), () -> {
            Page metadata = visitor().get(portal.url("/signin/educonnect/metadata"));
            provider.knows("educonnect", metadata.body());
            return metadata.body().contains("SPSSODescriptor");
        });
        portal.await(
                "the counter on the page",
                Duration.ofSeconds(60),
                () -> visitor().get(portal.url("/signin")).body().contains("/signin/educonnect"));
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
        provider.close();
    }

    @Test
    @Requirement("322A-C")
    void aPupilWithOneAccountComesInAndHisSignOutReachesTheProvider() throws IOException {
        Visitor pupil = visitor();
        Page home = arrived(pupil, "minh");
        JsonNode me = me(pupil, home);
        assertThat(me.get("profile").asText()).isEqualTo("STUDENT");
        assertThat(me.get("counter").asText()).isEqualTo("educonnect");
        pupil.signOut(portal.url(""));
        assertThat(pupil.get(portal.url("/api/v1/me")).status()).isEqualTo(401);
        assertThat(pupil.open(portal.url("/signin/educonnect")).asksForPassword())
                .as("the provider asks again")
                .isTrue();
    }

    @Test
    @Requirement("322A-C")
    void twoChildrensAccountsAreAChoice() throws IOException {
        Visitor family = visitor();
        Page choice = arrived(family, "both");
        List<String> accounts = choice.buttons("account");
        assertThat(accounts).as(choice.toString()).hasSize(2);
        assertThat(choice.body()).contains("Noël").contains("Minh");
        Page home = family.accepting(family.submit(choice, Map.of("account", accounts.get(1))));
        assertThat(me(family, home).get("profile").asText()).isEqualTo("STUDENT");
    }

    @Test
    @Requirement("322A-C")
    void whomTheDirectoryDoesNotKnowIsToldWhomToAskAndGetsNoAccount() {
        Visitor stranger = visitor();
        Page page = arrived(stranger, "nobody");
        assertThat(page.body()).as(page.toString()).contains("<h1");
        assertThat(page.at().getPath()).startsWith("/signin/educonnect");
        assertThat(stranger.get(portal.url("/api/v1/me")).status()).isEqualTo(401);
    }

    private static Page arrived(Visitor visitor, String name) {
        Page asked = visitor.open(portal.url("/signin/educonnect"));
        assertThat(asked.asksForPassword()).as(asked + provider.log()).isTrue();
        return visitor.signIn(asked, new Portal.Login(name, name));
    }

    private static JsonNode me(Visitor visitor, Page arrivedAt) throws IOException {
        Page me = visitor.get(portal.url("/api/v1/me"));
        assertThat(me.status())
                .as(arrivedAt + "\n" + provider.log() + portal.log())
                .isEqualTo(200);
        return new ObjectMapper().readTree(me.body());
    }

    private static Map<String, List<String>> vouchedFor(String... keys) {
        return Map.of(
                "FrEduCtRefId",
                List.of(keys).stream().map(key -> "{AAF}24|1|" + key).toList());
    }

    private static Visitor visitor() {
        try {
            return new Visitor(SSLContext.getDefault());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
