package org.preau.sso.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preau.sso.lti.LtiWorld.ISSUER;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.connectors.category3.Category3Policy;
import org.preau.core.connect.testing.FakeSigningKeys;

/** The tokens of a tool's server. */
class ToolTokensTest extends LtiServicesWorld {
    @Test
    void givesNoTokenWithoutTheToolsOwnFreshAssertion() throws Exception {
        JWTClaimsSet good = assertion("tool").build();
        String used = LtiWorld.signed(world.toolKey, good);
        assertThat(ask(used, ServiceScope.MEMBERS).statusCode()).isEqualTo(200);

        noToken(used);
        noToken(LtiWorld.signed(FakeSigningKeys.rsa(), assertion("tool").build()));
        noToken(new PlainJWT(assertion("tool").build()).serialize());
        noToken(mac(assertion("tool").build()));
        noToken(signed(assertion("tool").issuer("nobody")));
        noToken(signed(assertion("tool").subject("other")));
        noToken(signed(assertion("tool").audience("https://evil.example")));
        noToken(signed(assertion("tool").audience(List.of(ISSUER, "https://evil.example"))));
        noToken(signed(assertion("tool").expirationTime(new Date(0))));
        noToken(signed(
                assertion("tool").expirationTime(Date.from(world.clock.instant().plusSeconds(7_200)))));
        noToken(signed(
                assertion("tool").issueTime(Date.from(world.clock.instant().plusSeconds(600)))));
        noToken(signed(assertion("tool").jwtID(null)));
        assertThat(world.call("GET", TOKEN, null, FORM, "").statusCode()).isEqualTo(405);
        assertThat(world.call("POST", TOKEN, null, FORM, "grant_type=password").statusCode())
                .isEqualTo(400);
        assertThat(world.call(
                                "POST",
                                TOKEN,
                                null,
                                FORM,
                                form(signed(assertion("tool")), "https://purl.imsglobal.org/spec/none"))
                        .body())
                .contains("invalid_scope");
    }

    @Test
    void offersNothingUnlessTheConnectorSaysSo() throws Exception {
        try (LtiWorld plain = new LtiWorld(new Category3Policy(), Map.of())) {
            HttpResponse<String> answer = plain.call(
                    "POST",
                    TOKEN,
                    null,
                    FORM,
                    form(LtiWorld.signed(plain.toolKey, assertion("tool").build()), ServiceScope.MEMBERS.uri()));
            assertThat(answer.body()).contains("invalid_scope");
            assertThat(plain.launch(plain.pupil).getClaims())
                    .doesNotContainKeys(LaunchToken.GRADES, LaunchToken.MEMBERS);
        }
    }

    private void noToken(String assertion) {
        HttpResponse<String> answer = ask(assertion, ServiceScope.MEMBERS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
    }

    /** Signed by a secret that is the tool's public key. */
    private String mac(JWTClaimsSet claims) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("t1").build(), claims);
        jwt.sign(new MACSigner(world.toolKey.getPublic().getEncoded()));
        return jwt.serialize();
    }
}
