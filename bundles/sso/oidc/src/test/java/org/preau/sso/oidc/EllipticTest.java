package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preau.api.base.Requirement;
import org.preau.api.connector.ServiceVisits.Visit;

/** Clients whose file asks for ES256. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EllipticTest {
    private static final String KEY = "sso.oidc.es256";
    private static final String CALLBACK = "https://curve.example/callback";
    private static final String SECRET = "curve-secret-0123456789";

    private OidcWorld world;

    @BeforeAll
    void open() {
        world = new OidcWorld();
        world.declare(
                "curve",
                "client.secret",
                SECRET,
                "redirect.uris",
                CALLBACK,
                "post.logout.redirect.uris",
                "https://curve.example/bye",
                "backchannel.logout.uri",
                "https://curve.example/backchannel",
                "id.token.alg",
                "ES256");
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    @Requirement("3112A")
    void signsByEs256ForWhoAsksForItAndByRs256ForOthers() throws Exception {
        SignedJWT token = idToken();

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(verifies(token)).isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("curve");
        assertThat(SignedJWT.parse((String) world.browser.tokens(world.pupil).get("id_token"))
                        .getHeader()
                        .getAlgorithm())
                .isEqualTo(JWSAlgorithm.RS256);
        assertThat(Browser.json(world.browser.get("/sso/oidc/.well-known/openid-configuration", null)))
                .containsEntry("id_token_signing_alg_values_supported", List.of("RS256", "ES256"));
    }

    @Test
    void verifiesOnAfterARotation() throws Exception {
        SignedJWT before = idToken();

        world.signingKeys.rotate(KEY, world.clock.instant());

        SignedJWT after = idToken();
        assertThat(after.getHeader().getKeyID()).isNotEqualTo(before.getHeader().getKeyID());
        assertThat(verifies(before)).isTrue();
        assertThat(verifies(after)).isTrue();
        assertThat(world.idTokens.issued(before.serialize())).isPresent();
    }

    @Test
    void takesItsOwnTokenAsAHintAndNoneOfAnotherAlgorithmUnderTheSameKey() throws Exception {
        SignedJWT token = idToken();
        assertThat(world.idTokens.issued(token.serialize())).isPresent();

        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384)) {
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .type(token.getHeader().getType())
                            .keyID(token.getHeader().getKeyID())
                            .build(),
                    token.getJWTClaimsSet());
            forged.sign(new MACSigner(published().toString().getBytes(StandardCharsets.UTF_8)));
            assertThat(world.idTokens.issued(forged.serialize())).isEmpty();
        }
    }

    @Test
    void tellsSignOutsByTheSameAlgorithm() throws Exception {
        idToken();
        Visit visit = world.recorded.visits.stream()
                .filter(each -> each.connector().id().equals("curve"))
                .findFirst()
                .orElseThrow();

        world.protocol.logout(visit);

        String sent = world.recorded.posted.get(world.recorded.posted.size() - 1);
        SignedJWT token = SignedJWT.parse(sent.replaceFirst("^.*logout_token=", ""));
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(verifies(token)).isTrue();
    }

    private SignedJWT idToken() throws Exception {
        String code = world.browser.code(Browser.request("client_id", "curve", "redirect_uri", CALLBACK), world.pupil);
        HttpResponse<String> answer = world.browser.post(
                "/sso/oidc/token",
                Browser.encoded(Browser.redemption(code, "redirect_uri", CALLBACK)),
                null,
                Browser.basic("curve", SECRET));
        Map<String, Object> tokens = Browser.json(answer);
        return SignedJWT.parse((String) tokens.get("id_token"));
    }

    private JWKSet published() throws Exception {
        return JWKSet.parse(world.browser.get("/sso/oidc/jwks", null).body());
    }

    private boolean verifies(SignedJWT token) throws Exception {
        return token.verify(new ECDSAVerifier(
                published().getKeyByKeyId(token.getHeader().getKeyID()).toECKey()));
    }
}
