package org.preau.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Visits that end in tokens: no secret stands in the log or in the notes for integrators. */
abstract class TokenVisits extends OidcVisits {
    private LogWatch log;

    @BeforeEach
    void watch() {
        log = new LogWatch();
        world.recorded.refused.clear();
    }

    @AfterEach
    void nothingSecretIsLogged() {
        log.close();
        List<String> all = new ArrayList<>(log.lines());
        all.addAll(world.recorded.refused);
        assertThat(all)
                .noneMatch(line -> line.contains("code-")
                        || line.contains("at-")
                        || line.contains("rt-")
                        || line.contains(OidcWorld.SECRET)
                        || line.contains(Browser.VERIFIER));
    }

    interface Act {
        HttpResponse<String> on(Browser node);
    }

    List<HttpResponse<String>> together(int times, Act act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch start = new CountDownLatch(times);
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                Browser node = i % 2 == 0 ? browser : world.otherNode;
                calls.add(() -> {
                    start.countDown();
                    start.await();
                    return act.on(node);
                });
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    String code() {
        return browser.code(Browser.request(), world.pupil);
    }

    HttpResponse<String> refresh(Map<String, Object> tokens) {
        return browser.token(
                Map.of("grant_type", "refresh_token", "refresh_token", (String) tokens.get("refresh_token")));
    }

    HttpResponse<String> asOther(Map<String, String> form) {
        return browser.post(
                "/sso/oidc/token", Browser.encoded(form), null, Browser.basic("other", OidcWorld.OTHER_SECRET));
    }

    int userInfo(Map<String, Object> tokens) {
        return browser.bearer("/sso/oidc/userinfo", (String) tokens.get("access_token"))
                .statusCode();
    }

    void refused(HttpResponse<String> answer, String error) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.json(answer)).containsEntry("error", error).doesNotContainKey("access_token");
        assertThat(world.recorded.refused).anyMatch(note -> note.contains(" token " + error));
    }
}
