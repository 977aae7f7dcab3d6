package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.ServiceVisits.Visit;
import org.preau.api.connector.SsoProtocol.LogoutAnswer;
import org.preau.api.signin.PortalSession;

/** Sign-out, begun by a service or told to one. */
class LogoutTest extends OidcVisits {
    private static final String BYE = "https://quiz.example/bye";

    @Test
    void asksTheUserFirstThenGoesOnToTheService() {
        PortalSession session =
                world.portal.sessions.signIn("bo.petit", Profile.STUDENT, world.portal.school, world.clock.instant());
        String idToken = (String) browser.tokens(session).get("id_token");
        String query =
                "id_token_hint=" + idToken + "&post_logout_redirect_uri=" + Parameters.encoded(BYE) + "&state=x+y";

        String asked = Browser.location(browser.get("/sso/oidc/logout?" + query, session));
        assertThat(asked)
                .startsWith("/signout?return=%2Fsso%2Foidc%2Flogout%3F")
                .doesNotContain(idToken);
        world.portal.sessions.end(session);
        String back = URLDecoder.decode(asked.substring(asked.indexOf('=') + 1), StandardCharsets.UTF_8);
        assertThat(Browser.location(browser.get(back, null))).isEqualTo(BYE + "?state=x+y");
    }

    @Test
    void takesTheRequestByAPostToo() {
        HttpResponse<String> answer = browser.post(
                "/sso/oidc/logout", "client_id=quiz&post_logout_redirect_uri=" + Parameters.encoded(BYE), null, null);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(browser.get(Browser.location(answer), null)))
                .isEqualTo(BYE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://quiz.example/bye/",
                "https://quiz.example/bye?x=1",
                "https://quiz.example.evil.example/bye",
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                OidcWorld.REDIRECT
            })
    void goesToNoAddressThatIsNotDeclaredToTheLetter(String address) {
        HttpResponse<String> answer = browser.get(
                "/sso/oidc/logout?client_id=quiz&post_logout_redirect_uri=" + Parameters.encoded(address), null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(world.recorded.refused).anyMatch(note -> note.startsWith("quiz logout"));
    }

    @Test
    void takesNoHintThatIsTamperedUnsignedAnothersOrOfNobody() {
        String idToken = (String) browser.tokens(world.pupil).get("id_token");
        String unsigned = new PlainJWT(new JWTClaimsSet.Builder()
                        .issuer(world.idTokens.issuer())
                        .audience("quiz")
                        .build())
                .serialize();
        String tail = "&post_logout_redirect_uri=" + Parameters.encoded(BYE);
        String tampered = idToken.substring(0, idToken.length() - 6) + "AAAAAA";
        String logoutToken = world.idTokens.sign(
                Client.of(world.portal.catalogue.byId("quiz").orElseThrow()).orElseThrow(),
                "logout+jwt",
                new JWTClaimsSet.Builder().audience("quiz").build());
        for (String hint : List.of(tampered, unsigned, logoutToken, "x.y.z", idToken + "&client_id=other")) {
            assertThat(browser.get("/sso/oidc/logout?id_token_hint=" + hint + tail, null)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(browser.get("/sso/oidc/logout?" + tail.substring(1), null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void endsNoSessionByItself() {
        assertThat(Browser.location(browser.get("/sso/oidc/logout", world.pupil)))
                .isEqualTo("/signout");
        assertThat(world.portal.sessions.byId(world.pupil.id())).isPresent();
        assertThat(Browser.location(browser.get("/sso/oidc/logout", null))).isEqualTo("/signin");
    }

    @Test
    @Requirement("3112A")
    void tellsTheServiceByASignedTokenOrByTheBrowser() throws Exception {
        SignedJWT idToken = SignedJWT.parse((String) browser.tokens(world.pupil).get("id_token"));
        Visit visit = world.recorded.visits.get(world.recorded.visits.size() - 1);

        assertThat(world.protocol.logout(visit)).isEqualTo(LogoutAnswer.DONE);

        String posted = world.recorded.posted.get(0);
        assertThat(posted)
                .startsWith("https://quiz.example/backchannel application/x-www-form-urlencoded logout_token=");
        SignedJWT token = SignedJWT.parse(posted.substring(posted.lastIndexOf('=') + 1));
        assertThat(token.verify(new RSASSAVerifier(
                        world.idTokens.published().getKeys().get(0).toRSAKey())))
                .isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(idToken.getJWTClaimsSet().getSubject());
        assertThat(claims.getStringClaim("sid"))
                .isEqualTo(idToken.getJWTClaimsSet().getStringClaim("sid"));
        assertThat(claims.getJSONObjectClaim("events"))
                .isEqualTo(Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        assertThat(claims.getClaim("nonce")).isNull();
        assertThat(world.protocol.frontChannelLogout(visit).orElseThrow().toString())
                .isEqualTo("https://quiz.example/front?iss=" + Parameters.encoded(world.idTokens.issuer()) + "&sid="
                        + claims.getStringClaim("sid"));

        world.recorded.status = 500;
        assertThat(world.protocol.logout(visit)).isEqualTo(LogoutAnswer.FAILED);
    }
}
