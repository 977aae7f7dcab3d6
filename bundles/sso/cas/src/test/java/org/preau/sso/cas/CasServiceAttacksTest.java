package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by service addresses. */
class CasServiceAttacksTest extends CasAttacks {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://quiz.example.evil.example/app/login",
                "https://quiz.example@evil.example/app/login",
                "http://quiz.example/app/login",
                "https://quiz.example:8443/app/login",
                "https://xn--quz-gma.example/app/login",
                "https://quiz.example./app/login",
            })
    void refusesALookAlikeAtLoginAndAtValidation(String lookAlike) {
        assertThat(world.login(lookAlike, world.pupil).statusCode()).isEqualTo(403);
        noted(" login: no connector declares");
        refused(
                world.validate("/serviceValidate", lookAlike, world.ticketFor(SERVICE)),
                "INVALID_SERVICE",
                "quiz serviceValidate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://quiz.example/app/../admin",
                "https://quiz.example/app/%2e%2e/admin",
                "https://quiz.example/app/..%2fadmin",
                "https://quiz.example/app/..;/admin",
                "https://quiz.example/app/%5c..%5cadmin",
                "https://quiz.example/app//evil.example/",
                "https://quiz.example\\@evil.example/app/login",
                "https://quiz.example/app/\r\nLocation: https://evil.example/",
                "https://quiz.example/app/\u0000",
            })
    void refusesTricksWithPaths(String tricky) {
        HttpResponse<String> answer = world.login(tricky, world.pupil);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        noted(" login: no connector declares");
        assertThat(world.portal.audit.entries()).isEmpty();
    }

    @Test
    void neverRedirectsAwayFromLogoutToWhatNobodyDeclares() {
        for (String evil : List.of("https://evil.example/", "//evil.example/", "javascript:alert(1)")) {
            assertThat(CasWorld.location(world.server.get("/sso/cas/logout?service=" + CasWorld.encoded(evil), null)))
                    .isEqualTo("/signin");
        }
        assertThat(CasWorld.location(world.server.get("/sso/cas/logout?url=https%3A%2F%2Fevil.example", null)))
                .isEqualTo("/signin");
    }

    @Test
    void refusesAnUnknownServiceAtTheGatewayAndInAFormToo() {
        for (String flag : List.of("gateway=true", "method=POST", "renew=true")) {
            String path = "/sso/cas/login?" + flag + "&service=" + CasWorld.encoded("https://evil.example/");
            assertThat(world.server.get(path, world.pupil).statusCode()).isEqualTo(403);
            assertThat(world.server.get(path, null).statusCode()).isEqualTo(403);
        }
        noted(" login: no connector declares the service https://evil.example/");
    }
}
