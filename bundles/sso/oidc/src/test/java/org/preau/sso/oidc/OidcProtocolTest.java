package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.core.connect.testing.FakeSigningKeys;
import org.preau.core.connect.testing.Recorded;
import org.preau.testkit.SettableClock;

/** What an author of a connector file is told, and the names of claims. */
class OidcProtocolTest {
    private static final String ISSUER = "https://portal.example/sso/oidc";

    private final OidcProtocol protocol = new OidcProtocol(new Visits(
            new IdTokens(new FakeSigningKeys(), new org.preau.core.connect.testing.FakeKeys(), new OidcWorld.Address()),
            new Recorded(),
            new Recorded(),
            SettableClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS))));

    @Test
    void findsNothingWrongWithSoundFiles() {
        assertThat(problems()).isEmpty();
        assertThat(problems("client.secret", "", "jwks.url", "https://quiz.example/jwks"))
                .isEmpty();
        assertThat(problems(
                        "client.secret",
                        "",
                        "client.type",
                        "native",
                        "redirect.uris",
                        "fr.app.quiz:/in, http://[::1]/cb"))
                .isEmpty();
        assertThat(problems("redirect.uris", "http://localhost:8080/cb?x=1")).isEmpty();
    }

    @Test
    void namesKeyAndCure() {
        assertThat(problems("client.id", "")).singleElement().asString().startsWith("client.id is missing");
        assertThat(problems("redirect.uris", "")).singleElement().asString().startsWith("redirect.uris is missing");
        assertThat(problems("client.secret", "")).singleElement().asString().startsWith("client.secret is missing");
        assertThat(problems("client.secret", "short"))
                .singleElement()
                .asString()
                .contains("too short");
        assertThat(problems("client.type", "native")).singleElement().asString().contains("can keep none");
        for (String wrong : List.of(
                "http://quiz.example/cb",
                "https://*.quiz.example/cb",
                "https://u@quiz.example/cb",
                "https://quiz.example/cb#x",
                "fr.app.quiz:/in",
                "quiz:/in",
                "/cb",
                "https://quiz example/")) {
            assertThat(problems("redirect.uris", wrong)).as(wrong).isNotEmpty();
        }
        assertThat(problems("id.token.alg", "ES256")).isEmpty();
        assertThat(problems("id.token.alg", "HS256")).containsExactly("id.token.alg = HS256: write RS256 or ES256");
        assertThat(problems("backchannel.logout.uri", "http://quiz.example/bc")).hasSize(1);
    }

    @Test
    void namesClaimsByTheStandardOrTheSdet() {
        assertThat(ClaimNames.name("ENTPersonProfils")).isEqualTo("ent_person_profils");
        assertThat(ClaimNames.name("ENTPersonStructRattachUAI")).isEqualTo("ent_person_struct_rattach_uai");
        assertThat(ClaimNames.name("ENTEleveClasses")).isEqualTo("ent_eleve_classes");
        assertThat(ClaimNames.of(
                        Map.of(
                                "ENTPersonNom", List.of("Martin"),
                                "ENTPersonDateNaissance", List.of("07/03/2018"),
                                "ENTPersonMail", List.of("z@example.org"),
                                "ENTEleveClasses", List.of("CP", "CE1"),
                                "uid", List.of("x")),
                        Set.of("openid", "profile")))
                .isEqualTo(Map.of(
                        "family_name", "Martin", "birthdate", "2018-03-07", "ent_eleve_classes", List.of("CP", "CE1")));
    }

    @Test
    void tellsTheIntegratorWhatToCopyAndNoSecret() {
        Map<String, String> told = protocol.endpoints(connector());

        assertThat(told)
                .containsEntry("issuer", ISSUER)
                .containsEntry("discovery", ISSUER + "/.well-known/openid-configuration")
                .containsEntry("token_endpoint", ISSUER + "/token")
                .containsEntry("client_id", "quiz")
                .containsEntry("token_endpoint_auth_method", "client_secret_basic");
        assertThat(told.toString()).doesNotContain(OidcWorld.SECRET);
        assertThat(protocol.serviceName(connector())).contains("quiz");
        assertThat(protocol.endpoints(connector("client.secret", "", "jwks.url", "https://quiz.example/jwks")))
                .containsEntry("token_endpoint_auth_method", "private_key_jwt");
    }

    @Test
    void rehearsesInTheWordsOfItsClaims() {
        assertThat(protocol.rehearse(
                        connector(),
                        new Release(
                                Optional.of("opaque"),
                                Map.of("ENTPersonNom", List.of("Exemple"), "uid", List.of("opaque")))))
                .isEqualTo(Map.of("sub", "opaque", "family_name", "Exemple"));
    }

    private List<String> problems(String... changes) {
        return protocol.problems(connector(changes));
    }

    private static Connector connector(String... changes) {
        Map<String, String> settings = new HashMap<>(
                Map.of("client.id", "quiz", "client.secret", OidcWorld.SECRET, "redirect.uris", OidcWorld.REDIRECT));
        for (int i = 0; i < changes.length; i += 2) {
            settings.put(changes[i], changes[i + 1]);
        }
        return new Connector(
                "quiz",
                new LocalizedText("Quiz", ""),
                3,
                "oidc",
                URI.create("https://quiz.example/"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.STUDENT),
                Set.of("*"),
                settings);
    }
}
