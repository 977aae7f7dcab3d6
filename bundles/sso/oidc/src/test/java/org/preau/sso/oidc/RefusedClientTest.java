package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.preau.core.connect.testing.FakeSigningKeys;

/** Services that do not prove who they are. */
class RefusedClientTest extends OidcVisits {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String REDIRECT = "https://robot.example/callback";

    @Test
    void takesAnAssertionSignedWithTheClientsKey() throws Exception {
        assertThat(Browser.json(asRobot(rs256(claims -> claims)))).containsKey("access_token");
        assertThat(Browser.json(asRobot(rs256(claims -> claims.audience(world.idTokens.issuer())))))
                .containsKey("access_token");
    }

    @Test
    void refusesAnAssertionWithoutSignature() {
        refused(asRobot(new PlainJWT(claims().build()).serialize()));
    }

    @Test
    void refusesThePublicKeyUsedAsASecret() throws Exception {
        byte[] publicKey = world.robotKey.getPublic().getEncoded();
        refused(asRobot(signed(JWSAlgorithm.HS256, "r1", new MACSigner(publicKey), claims().build())));
        byte[] pem = ("-----BEGIN PUBLIC KEY-----\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(publicKey) + "\n-----END PUBLIC KEY-----\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        refused(asRobot(signed(JWSAlgorithm.HS256, "r1", new MACSigner(pem), claims().build())));
    }

    @Test
    void refusesAnothersKeyAndAnUnknownOne() throws Exception {
        RSASSASigner thief = new RSASSASigner(FakeSigningKeys.rsa().getPrivate());
        refused(asRobot(signed(JWSAlgorithm.RS256, "r1", thief, claims().build())));
        refused(asRobot(signed(JWSAlgorithm.RS256, "r2", thief, claims().build())));
        RSASSASigner portal = new RSASSASigner(world.signingKeys.current("").privateKey());
        refused(asRobot(signed(JWSAlgorithm.RS256, "r1", portal, claims().build())));
    }

    @Test
    void refusesAKeyThatTheAssertionBringsAlong() throws Exception {
        java.security.KeyPair own = FakeSigningKeys.rsa();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwk(new com.nimbusds.jose.jwk.RSAKey.Builder(
                                        (java.security.interfaces.RSAPublicKey) own.getPublic())
                                .build())
                        .build(),
                claims().build());
        jwt.sign(new RSASSASigner(own.getPrivate()));
        refused(asRobot(jwt.serialize()));
    }

    @Test
    void refusesAnAssertionThatIsTooOldTooLongOrFromTheFuture() throws Exception {
        refused(asRobot(rs256(claims -> claims.expirationTime(in(-61)))));
        refused(asRobot(rs256(claims -> claims.expirationTime(in(3_700)))));
        refused(asRobot(rs256(claims -> claims.expirationTime(null))));
        refused(asRobot(rs256(claims -> claims.notBeforeTime(in(120)))));
    }

    @Test
    void takesWhatWidespreadClientsWrite() throws Exception {
        String issuer = world.idTokens.issuer();
        assertThat(asRobot(rs256(claims -> claims.expirationTime(in(3_600)))).statusCode())
                .as("Authlib: an hour")
                .isEqualTo(200);
        assertThat(asRobot(rs256(claims -> claims.audience(java.util.List.of(issuer, issuer + "/token"))))
                        .statusCode())
                .as("openid-client before 5.7: two names of ours")
                .isEqualTo(200);
    }

    @Test
    void refusesAnAssertionForSomebodyElse() throws Exception {
        refused(asRobot(rs256(claims -> claims.audience("https://other-provider.example/token"))));
        refused(asRobot(
                rs256(claims -> claims.audience(java.util.List.of(world.idTokens.issuer(), "https://evil.example")))));
        refused(asRobot(rs256(claims -> claims.issuer("quiz"))));
        refused(asRobot(rs256(claims -> claims.subject("quiz").issuer("quiz"))));
    }

    @Test
    void refusesAnAssertionUsedTwiceOnAnyNodeOrWithoutIdentifier() throws Exception {
        String assertion = rs256(claims -> claims);
        assertThat(asRobot(assertion).statusCode()).isEqualTo(200);
        refused(asRobot(assertion));
        refused(redeem(world.otherNode, robotForm(assertion)));
        refused(asRobot(rs256(claims -> claims.jwtID(null))));
    }

    @Test
    void refusesASecretWhereKeysAreDeclaredAndKeysWhereASecretIs() throws Exception {
        Map<String, String> form = robotForm("");
        form.remove("client_assertion");
        form.remove("client_assertion_type");
        form.put("client_id", "robot");
        form.put("client_secret", OidcWorld.SECRET);
        refused(redeem(browser, form));
        String forQuiz = signed(
                JWSAlgorithm.RS256,
                "r1",
                new RSASSASigner(world.robotKey.getPrivate()),
                claims().issuer("quiz").subject("quiz").build());
        refused(redeem(browser, robotForm(forQuiz)));
    }

    @Test
    void refusesAWrongSecretNoneAndTwoWaysAtOnce() {
        Map<String, String> form = Browser.redemption("code-x");
        String encoded = Browser.encoded(form);
        refused(browser.post("/sso/oidc/token", encoded, null, Browser.basic("quiz", "wrong")));
        refused(browser.post("/sso/oidc/token", encoded, null, Browser.basic("quiz", OidcWorld.OTHER_SECRET)));
        refused(browser.post("/sso/oidc/token", encoded + "&client_id=quiz", null, null));
        refused(browser.post("/sso/oidc/token", encoded, null, null));
        refused(browser.post(
                "/sso/oidc/token",
                encoded + "&client_id=quiz&client_secret=" + OidcWorld.SECRET,
                null,
                Browser.basic("quiz", OidcWorld.SECRET)));
        refused(browser.post(
                "/sso/oidc/token", encoded + "&client_id=other", null, Browser.basic("quiz", OidcWorld.SECRET)));
        refused(browser.post("/sso/oidc/token", encoded, null, "Basic %%%"));
        assertThat(world.recorded.refused).noneMatch(note -> note.contains(OidcWorld.SECRET));
    }

    @Test
    void refusesParametersTwiceOtherGrantsGetAndBodiesTooLong() {
        String basic = Browser.basic("quiz", OidcWorld.SECRET);
        assertThat(error("grant_type=authorization_code&code=a&code=b", basic)).isEqualTo("invalid_request");
        assertThat(error("grant_type=password&username=zoe&password=x", basic)).isEqualTo("unsupported_grant_type");
        assertThat(error("grant_type=client_credentials", basic)).isEqualTo("unsupported_grant_type");
        assertThat(error("code=a", basic)).isEqualTo("invalid_request");
        assertThat(error("grant_type=authorization_code&code=%zz", basic)).isEqualTo("invalid_request");
        assertThat(error("code=" + "x".repeat(70_000), basic)).isEqualTo("invalid_request");
        assertThat(browser.get("/sso/oidc/token?grant_type=authorization_code&code=a", null)
                        .statusCode())
                .isEqualTo(405);
    }

    private String error(String form, String basic) {
        return (String)
                Browser.json(browser.post("/sso/oidc/token", form, null, basic)).get("error");
    }

    private Map<String, String> robotForm(String assertion) {
        String code = browser.code(Browser.request("client_id", "robot", "redirect_uri", REDIRECT), world.pupil);
        return Browser.redemption(
                code, "redirect_uri", REDIRECT, "client_assertion_type", TYPE, "client_assertion", assertion);
    }

    private HttpResponse<String> asRobot(String assertion) {
        return redeem(browser, robotForm(assertion));
    }

    private static HttpResponse<String> redeem(Browser node, Map<String, String> form) {
        return node.post("/sso/oidc/token", Browser.encoded(form), null, null);
    }

    private String rs256(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        RSASSASigner signer = new RSASSASigner(world.robotKey.getPrivate());
        return signed(JWSAlgorithm.RS256, "r1", signer, change.apply(claims()).build());
    }

    private static String signed(JWSAlgorithm algorithm, String kid, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("robot")
                .subject("robot")
                .audience(world.idTokens.issuer() + "/token")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(in(0))
                .expirationTime(in(60));
    }

    private Date in(int seconds) {
        return Date.from(world.clock.instant().plusSeconds(seconds));
    }

    private void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Browser.json(answer)).containsEntry("error", "invalid_client");
        assertThat(world.recorded.refused).anyMatch(note -> note.contains("token invalid_client"));
    }
}
