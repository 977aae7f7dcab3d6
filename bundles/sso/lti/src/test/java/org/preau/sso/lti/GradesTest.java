package org.preau.sso.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preau.sso.lti.LtiWorld.ISSUER;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Line items of a tool and the scores it gives. */
class GradesTest extends LtiServicesWorld {
    private static final String ITEMS = "/sso/lti/services/lineitems/tool/0240001A";
    private static final String ITEM_TYPE = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String SCORE_TYPE = "application/vnd.ims.lis.v1.score+json";

    @Test
    void aScoreIsReadByTheToolAndByTheUserHimself() throws Exception {
        JWTClaimsSet launch = world.launch(world.pupil);
        Map<String, Object> endpoint = launch.getJSONObjectClaim(LaunchToken.GRADES);
        assertThat(endpoint).containsEntry("lineitems", ISSUER + "/services/lineitems/tool/0240001A");
        String token = token(ServiceScope.LINE_ITEM, ServiceScope.SCORE, ServiceScope.RESULT);
        String item = made(token, Map.of("label", "Fractions", "scoreMaximum", 20, "tag", "quiz"));

        assertThat(score(item, token, launch.getSubject(), 7, 10, "2026-11-22T08:30:00Z")
                        .statusCode())
                .isEqualTo(204);
        assertThat(score(item, token, launch.getSubject(), 9, 10, "2026-11-22T08:30:00Z")
                        .statusCode())
                .as("not later")
                .isEqualTo(409);

        List<Object> results =
                JSONArrayUtils.parse(get(item + "/results", token).body());
        assertThat(results).singleElement().satisfies(each -> assertThat(((Map<?, ?>) each).get("resultScore"))
                .isEqualTo(14.0));
        assertThat(get(ITEMS + "?tag=quiz", token).body()).contains("Fractions");
        assertThat(get(ITEMS + "?tag=none", token).body()).isEqualTo("[]");
        assertThat(world.server.get("/sso/lti/links/tool", world.pupil).body()).contains("Fractions", "14");
        assertThat(world.server.get("/sso/lti/links/tool", world.teacher).body())
                .doesNotContain("Fractions");
        world.roster.erased(List.of(world.pupil.accountId()));
        assertThat(get(item + "/results", token).body()).isEqualTo("[]");
    }

    @Test
    void changesAndRemovesLineItems() throws Exception {
        String token = token(ServiceScope.LINE_ITEM);
        String item = made(token, Map.of("label", "Lecture", "scoreMaximum", 10));

        HttpResponse<String> changed = world.call(
                "PUT",
                item,
                token,
                ITEM_TYPE,
                JSONObjectUtils.toJSONString(Map.of("label", "Lire", "scoreMaximum", 5)));

        assertThat(changed.body()).contains("Lire", ISSUER + "/services/lineitems/tool/0240001A/");
        assertThat(world.call("DELETE", item, token, ITEM_TYPE, "").statusCode())
                .isEqualTo(204);
        assertThat(get(item, token).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesScoresAndLineItemsThatAreNotTheTools() throws Exception {
        String sub = world.launch(world.pupil).getSubject();
        String token = token(ServiceScope.LINE_ITEM, ServiceScope.SCORE, ServiceScope.RESULT);
        String item = made(token, Map.of("label", "Dictée", "scoreMaximum", 20));
        String others = token("other", ServiceScope.LINE_ITEM, ServiceScope.SCORE, ServiceScope.RESULT);

        assertThat(get(item, others).statusCode()).as("another tool's token").isEqualTo(404);
        assertThat(get(item.replace("/tool/", "/other/"), others).statusCode()).isEqualTo(404);
        assertThat(score(item.replace("0240001A", "0240002B"), token, sub, 1, 2, "2026-11-22T09:00:00Z")
                        .statusCode())
                .as("another school")
                .isEqualTo(404);
        assertThat(score(item, token, "0".repeat(40), 1, 2, "2026-11-22T09:00:00Z")
                        .statusCode())
                .as("somebody who never came")
                .isEqualTo(404);
        assertThat(score(item, token, sub, -1, 2, "2026-11-22T09:00:00Z").statusCode())
                .isEqualTo(400);
        assertThat(score(item, token, sub, 1, 0, "2026-11-22T09:00:00Z").statusCode())
                .isEqualTo(400);
        assertThat(score(item, token, sub, 1, 2, "yesterday").statusCode()).isEqualTo(400);
        assertThat(score(item, token(ServiceScope.RESULT), sub, 1, 2, "2026-11-22T09:00:00Z")
                        .statusCode())
                .as("without the scope")
                .isEqualTo(403);
        assertThat(world.call("POST", ITEMS, token(ServiceScope.LINE_ITEM_READ), ITEM_TYPE, "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(world.call("POST", ITEMS, token, ITEM_TYPE, "[]").statusCode())
                .isEqualTo(400);
        assertThat(world.call("POST", ITEMS, token, ITEM_TYPE, "{\"label\":\"x\",\"scoreMaximum\":0}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(world.call(
                                "POST",
                                ITEMS,
                                token,
                                ITEM_TYPE,
                                "{\"label\":\"x\",\"scoreMaximum\":1,\"resourceLinkId\":\"" + UUID.randomUUID() + "\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.call("POST", ITEMS, token, ITEM_TYPE, "{\"label\":\"" + "x".repeat(70_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(world.call("PATCH", item, token, ITEM_TYPE, "{}").statusCode())
                .isIn(403, 405);
    }

    private String made(String token, Map<String, Object> item) {
        HttpResponse<String> answer = world.call("POST", ITEMS, token, ITEM_TYPE, JSONObjectUtils.toJSONString(item));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private HttpResponse<String> score(String item, String token, String user, int given, int most, String at) {
        return world.call(
                "POST",
                item + "/scores",
                token,
                SCORE_TYPE,
                JSONObjectUtils.toJSONString(Map.of(
                        "userId", user,
                        "scoreGiven", given,
                        "scoreMaximum", most,
                        "activityProgress", "Completed",
                        "gradingProgress", "FullyGraded",
                        "timestamp", at)));
    }
}
