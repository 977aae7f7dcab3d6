package org.preau.sso.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preau.sso.lti.LtiWorld.ISSUER;
import static org.preau.sso.lti.LtiWorld.echo;
import static org.preau.sso.lti.LtiWorld.encoded;
import static org.preau.sso.lti.LtiWorld.parameters;
import static org.preau.sso.lti.LtiWorld.signed;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.connectors.category3.Category3Policy;

/** Resources picked with what scores are given for: {@code lineItem} of LTI Deep Linking 2.0. */
class LtiPickedGradesTest {
    private static final Map<String, Object> LINE_ITEM =
            Map.of("scoreMaximum", 20, "label", "Contrôle de fractions", "resourceId", "f1", "tag", "ce2");

    @Test
    @Requirement("3112A")
    void aPickedResourceIsLaunchedWithTheLineItemThatCameWithIt() throws Exception {
        try (LtiWorld world = new LtiWorld(new Category3Policy(), Map.of("grades.taken", "true"))) {
            assertThat(post(world, List.of(item("Fractions", LINE_ITEM), item("Lecture", null)))
                            .statusCode())
                    .isEqualTo(303);

            Map<String, Object> fractions = grades(world, "Fractions");
            assertThat(String.valueOf(fractions.get("lineitem")))
                    .startsWith(ISSUER + "/services/lineitems/tool/0240001A/");
            assertThat(grades(world, "Lecture")).containsKey("lineitems").doesNotContainKey("lineitem");
        }
    }

    @Test
    void oneWithoutAMaximumIsRefusedAndNothingKept() throws Exception {
        try (LtiWorld world = new LtiWorld(new Category3Policy(), Map.of("grades.taken", "true"))) {
            assertThat(post(world, List.of(item("Fractions", Map.of("scoreMaximum", 0)), item("Lecture", LINE_ITEM)))
                            .statusCode())
                    .isEqualTo(400);

            assertThat(world.recorded.refused)
                    .anyMatch(note -> note.contains("lineItem of Fractions: scoreMaximum is a number above 0"));
            assertThat(links(world)).doesNotContain("Fractions", "Lecture");
        }
    }

    @Test
    void aToolThatMayGiveNoScoresIsToldSoAndGetsTheResourceAlone() throws Exception {
        try (LtiWorld world = new LtiWorld(new Category3Policy(), Map.of())) {
            assertThat(settings(world)).containsEntry("accept_lineitem", false);
            assertThat(post(world, List.of(item("Fractions", LINE_ITEM))).statusCode())
                    .isEqualTo(303);
            assertThat(launched(world, "Fractions").getClaims()).doesNotContainKey(LaunchToken.GRADES);
        }
    }

    private static Map<String, Object> item(String title, @Nullable Map<String, Object> lineItem) {
        Map<String, Object> item = new HashMap<>(
                Map.of("type", "ltiResourceLink", "title", title, "url", "https://tool.example/" + title));
        if (lineItem != null) {
            item.put("lineItem", lineItem);
        }
        return item;
    }

    private static Map<String, Object> settings(LtiWorld world) throws Exception {
        return world.launched(world.server.get(
                        "/sso/lti/authorize?" + encoded(world.login(world.teacher, "pick")), world.teacher))
                .getJSONObjectClaim(LaunchToken.DEEP + "deep_linking_settings");
    }

    private static HttpResponse<String> post(LtiWorld world, List<Map<String, Object>> items) throws Exception {
        JWTClaimsSet answer = new JWTClaimsSet.Builder()
                .issuer("tool")
                .audience(ISSUER)
                .expirationTime(Date.from(world.clock.instant().plusSeconds(300)))
                .claim(LaunchToken.CLAIM + "message_type", "LtiDeepLinkingResponse")
                .claim(LaunchToken.CLAIM + "version", "1.3.0")
                .claim(LaunchToken.CLAIM + "deployment_id", "d1")
                .claim(LaunchToken.DEEP + "data", settings(world).get("data"))
                .claim(LaunchToken.DEEP + "content_items", items)
                .build();
        return world.send(HttpRequest.newBuilder(URI.create(world.server.address("/sso/lti/picked")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("JWT=" + signed(world.toolKey, answer)))
                .build());
    }

    private static String links(LtiWorld world) {
        return world.server.get("/sso/lti/links/tool", world.pupil).body();
    }

    private static JWTClaimsSet launched(LtiWorld world, String title) throws Exception {
        Matcher link = Pattern.compile("/sso/lti/link/[0-9a-f-]{36}").matcher(links(world));
        while (link.find()) {
            Map<String, String> begun = parameters(world.server
                    .get(link.group(), world.pupil)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            if (begun.get("target_link_uri").endsWith(title)) {
                return world.launched(world.server.get("/sso/lti/authorize?" + encoded(echo(begun)), world.pupil));
            }
        }
        throw new AssertionError("no resource " + title);
    }

    private static Map<String, Object> grades(LtiWorld world, String title) throws Exception {
        return launched(world, title).getJSONObjectClaim(LaunchToken.GRADES);
    }
}
