package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SignInsRevoked;

/** Devices that stay signed in when the browser's session is over. */
class DevicesTest {
    private static final String REDIRECT = "fr.preau.app:/signed-in";
    private final OidcWorld world = new OidcWorld();
    private final Browser browser = world.browser;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void asksBeforeADeviceStaysSignedIn() {
        assertThat(browser.authorize(request(), world.pupil).body()).contains("page confirm", "stays=true");
        assertThat(world.devices.of(world.pupil.accountId())).isEmpty();
    }

    @Test
    void staysSignedInWhenTheSessionIsOverAndIsListed() {
        Map<String, Object> tokens = signIn();
        world.portal.sessions.end(world.pupil);
        world.clock.pass(Duration.ofDays(60));
        Map<String, Object> later = Browser.json(refresh(tokens));

        assertThat(world.tokenSessions.byToken((String) later.get("access_token")))
                .hasValueSatisfying(session -> {
                    assertThat(session.login()).isEqualTo("zoe.martin");
                    assertThat(session.context()).isEqualTo(world.pupil.context());
                });
        assertThat(world.devices.of(world.pupil.accountId())).singleElement().satisfies(device -> {
            assertThat(device.connector()).isEqualTo("app");
            assertThat(device.lastUsed()).isEqualTo(world.clock.instant());
        });
        assertThat(world.portal.audit.entries())
                .anyMatch(entry -> entry.action().equals("oidc.device"));
    }

    @Test
    void isSignedOutAfterNinetyDaysWithoutUse() {
        Map<String, Object> tokens = signIn();
        world.clock.pass(Duration.ofDays(90));

        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
    }

    @Test
    void itsOwnerSignsItOutAndNobodyElse() {
        Map<String, Object> tokens = signIn();
        String id = world.devices.of(world.pupil.accountId()).get(0).id().toString();
        PortalSession stranger =
                world.portal.sessions.signIn("bo.petit", Profile.STUDENT, world.portal.school, world.clock.instant());
        assertThat(browser.get("/sso/oidc/devices", stranger).body())
                .contains("none=true")
                .doesNotContain(id);
        browser.post("/sso/oidc/devices", "device=" + id, stranger, null);
        assertThat(world.devices.of(world.pupil.accountId())).hasSize(1);

        assertThat(browser.get("/sso/oidc/devices", world.pupil).body()).contains(id);
        HttpResponse<String> answer = browser.post("/sso/oidc/devices", "device=" + id, world.pupil, null);

        assertThat(Browser.location(answer)).isEqualTo("/sso/oidc/devices");
        assertThat(world.devices.of(world.pupil.accountId())).isEmpty();
        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
        assertThat(world.tokenSessions.byToken((String) tokens.get("access_token")))
                .isEmpty();
        assertThat(Browser.location(browser.get("/sso/oidc/devices", null))).startsWith("/signin?return=");
    }

    @Test
    void endsWhenTheAccountsSignInsAreRevoked() {
        Map<String, Object> tokens = signIn();
        RevokedListener listener = new RevokedListener(world.devices);
        listener.on(SignInsRevoked.of(List.of(world.portal.school.id())));
        assertThat(world.devices.of(world.pupil.accountId())).hasSize(1);

        listener.on(SignInsRevoked.of(List.of(world.pupil.accountId())));

        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
        Map<String, Object> again = signIn();
        listener.on(SignInsRevoked.ofEverybody());
        assertThat(refresh(again).statusCode()).isEqualTo(400);
    }

    @Test
    void staysSignedInWhileTheCategoryIsUpdated() {
        Map<String, Object> tokens = signIn();
        world.portal.undeploy(world.category);
        assertThat(refresh(tokens).statusCode()).isEqualTo(503);

        world.portal.deploy(world.category);

        assertThat(refresh(tokens).statusCode()).isEqualTo(200);
    }

    @Test
    void endsWhenTheServiceIsNotForTheUserAnyMore() {
        Map<String, Object> tokens = signIn();
        world.portal.toggles.switchOff("connector:app");

        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
        assertThat(world.devices.of(world.pupil.accountId())).isEmpty();
    }

    private static Map<String, String> request() {
        return Browser.request("client_id", "app", "redirect_uri", REDIRECT, "scope", "openid offline_access portal");
    }

    private Map<String, Object> signIn() {
        String form = "decision=yes&request=" + Parameters.encoded(Browser.encoded(request()));
        String code = Browser.answer(browser.post("/sso/oidc/authorize/confirm", form, world.pupil, null))
                .get("code");
        return Browser.json(asApp(Browser.redemption(code, "redirect_uri", REDIRECT)));
    }

    private HttpResponse<String> refresh(Map<String, Object> tokens) {
        return asApp(new java.util.HashMap<>(
                Map.of("grant_type", "refresh_token", "refresh_token", (String) tokens.get("refresh_token"))));
    }

    private HttpResponse<String> asApp(Map<String, String> form) {
        form.put("client_id", "app");
        return browser.post("/sso/oidc/token", Browser.encoded(form), null, null);
    }
}
