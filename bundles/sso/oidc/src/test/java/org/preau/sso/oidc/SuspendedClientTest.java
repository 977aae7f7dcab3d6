package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.connector.ConnectorSwitched;

/** An administrator suspends a client while users are signed in there. */
class SuspendedClientTest {
    private OidcWorld world;

    @BeforeEach
    void open() {
        world = new OidcWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void noCodeOrTokenIsGoodOnAnyNode() {
        Map<String, Object> tokens = world.browser.tokens(world.pupil);
        String code = world.browser.code(Browser.request(), world.pupil);
        world.portal.suspend("quiz");

        assertThat(world.otherNode
                        .bearer("/sso/oidc/userinfo", (String) tokens.get("access_token"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(world.browser.token(Browser.redemption(code)).body())
                .contains("invalid_client")
                .doesNotContain("access_token");
        assertThat(world.browser
                        .token(Map.of(
                                "grant_type", "refresh_token", "refresh_token", (String) tokens.get("refresh_token")))
                        .body())
                .contains("invalid_client");
        assertThat(Browser.location(world.browser.authorize(Browser.request(), world.pupil)))
                .isEqualTo("/connect/quiz");
    }

    @Test
    void whatHadEndedStaysSoWhenUsersAreLetInAgain() {
        Map<String, Object> tokens = world.browser.tokens(world.pupil);
        new SuspendedClients(world.tokens).on(new ConnectorSwitched("quiz", true));

        assertThat(world.browser
                        .bearer("/sso/oidc/userinfo", (String) tokens.get("access_token"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(world.browser.tokens(world.pupil)).containsKey("access_token");
    }
}
