package org.preau.sso.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preau.sso.lti.LtiWorld.ISSUER;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.preau.connectors.category3.Category3Policy;

/** What a tool's server asks between launches, by its token; one portal a test class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LtiServicesWorld {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String TOKEN = "/sso/lti/services/token";

    LtiWorld world;

    @BeforeAll
    void open() throws Exception {
        world = new LtiWorld(new Category3Policy(), Map.of("members.listed", "true", "grades.taken", "true"));
        world.portal.directory.join(world.pupil);
        world.portal.directory.join(world.teacher);
    }

    @AfterAll
    void close() {
        world.close();
    }

    String token(ServiceScope... scopes) throws Exception {
        return token("tool", scopes);
    }

    String token(String client, ServiceScope... scopes) throws Exception {
        HttpResponse<String> answer = ask(signed(assertion(client)), scopes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSONObjectUtils.parse(answer.body()).get("access_token").toString();
    }

    HttpResponse<String> ask(String assertion, ServiceScope... scopes) {
        StringBuilder asked = new StringBuilder();
        for (ServiceScope scope : scopes) {
            asked.append(asked.isEmpty() ? "" : " ").append(scope.uri());
        }
        return world.call("POST", TOKEN, null, FORM, form(assertion, asked.toString()));
    }

    static String form(String assertion, String scope) {
        return "grant_type=client_credentials&client_assertion_type="
                + Launches.encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion="
                + assertion + "&scope=" + Launches.encoded(scope);
    }

    JWTClaimsSet.Builder assertion(String client) {
        return new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(ISSUER + "/services/token")
                .issueTime(Date.from(world.clock.instant()))
                .expirationTime(Date.from(world.clock.instant().plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString());
    }

    String signed(JWTClaimsSet.Builder claims) throws Exception {
        return LtiWorld.signed(world.toolKey, claims.build());
    }

    HttpResponse<String> get(String path, @Nullable String token) {
        return world.call("GET", path, token, "application/json", "");
    }
}
