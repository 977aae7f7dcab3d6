package org.preau.sso.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.core.connect.testing.FakeAddress;
import org.preau.core.connect.testing.FakeKeys;

/** What the integrator of a tool is told. */
class LtiToldTest {
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";

    private final LtiProtocol protocol = new LtiProtocol(new Launches(new FakeKeys(), new FakeAddress()));

    @Test
    void copiesTheAddressesOfThePlatform() {
        assertThat(protocol.endpoints(tool("1")))
                .containsEntry("platform id (issuer)", "https://portal.example/sso/lti")
                .containsEntry("authentication request URL", "https://portal.example/sso/lti/authorize")
                .containsEntry("public keyset URL", "https://portal.example/sso/lti/jwks")
                .containsEntry("client id", "quiz")
                .containsEntry("deployment id", "1");
    }

    @Test
    void isOneToolForEachDeployment() {
        assertThat(protocol.serviceName(tool("1"))).isNotEqualTo(protocol.serviceName(tool("2")));
    }

    @Test
    void rehearsesTheClaimsOfALaunch() {
        Map<String, String> told = protocol.rehearse(
                tool("1"),
                new Release(
                        Optional.of("opaque"),
                        Map.of("ENTPersonProfils", List.of("National_elv"), "ENTPersonNom", List.of("Exemple"))));

        assertThat(told).containsEntry("sub", "opaque").containsEntry("family_name", "Exemple");
        assertThat(told.get(CLAIM + "roles")).contains("membership#Learner");
        assertThat(protocol.rehearse(tool("1"), Release.NOTHING)).doesNotContainKey("sub");
    }

    private static Connector tool(String deployment) {
        return new Connector(
                "quiz",
                new LocalizedText("Quiz", ""),
                3,
                "lti",
                URI.create("https://quiz.example/login"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.STUDENT),
                Set.of("*"),
                Map.of("client.id", "quiz", "deployment.id", deployment, "redirect.uris", "https://quiz.example/l"));
    }
}
