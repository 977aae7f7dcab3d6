package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;
import org.preau.core.connect.ConnectWorld;

/** Who gets a ticket for a service, and how. */
class CasLoginTest extends CasVisits {
    @Test
    @Requirement("3112A")
    void sendsASignedInUserBackWithATicketWithoutAskingAgain() {
        HttpResponse<String> answer = world.login(SERVICE + "?course=3#top", world.pupil);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(CasWorld.location(answer))
                .matches("https://quiz\\.example/app/login\\?course=3&ticket=ST-[0-9a-f]{64}#top");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(world.portal.sessions.touched()).contains(world.pupil.id());
    }

    @Test
    void auditsWhatIsReleasedWhenTheTicketIsIssued() {
        world.ticketFor(SERVICE);

        assertThat(world.portal.audit.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("connector.release");
            assertThat(entry.target()).isEqualTo("connector:quiz");
            assertThat(entry.details())
                    .containsEntry("destination", SERVICE)
                    .containsEntry("attributes", "uid,ENTPersonProfils,ENTPersonStructRattachUAI");
            assertThat(entry.details().toString()).doesNotContain("ST-");
        });
    }

    @Test
    void issuesNoTicketThatCannotBeAudited() {
        world.portal.audit.breakDown(true);
        try {
            assertThat(world.login(SERVICE, world.pupil).statusCode()).isEqualTo(503);
        } finally {
            world.portal.audit.breakDown(false);
        }
    }

    @Test
    void asksWhoIsNotSignedInToSignInAndComeBackHere() {
        HttpResponse<String> answer =
                world.server.get("/sso/cas/login?service=" + CasWorld.encoded(SERVICE + "?a=b&c=d"), null);

        assertThat(answer.statusCode()).isEqualTo(303);
        String location = CasWorld.location(answer);
        assertThat(location).startsWith("/signin?return=").doesNotContain("&");
        String back = CasWorld.decoded(location.substring("/signin?return=".length()));
        assertThat(back).startsWith("/sso/cas/login?service=" + CasWorld.encoded(SERVICE + "?a=b&c=d") + "&since=");
        assertThat(CasWorld.location(world.server.get(back, world.pupil))).startsWith(SERVICE + "?a=b&c=d&ticket=ST-");
    }

    @Test
    void asksNobodyAnythingAtTheGateway() {
        String path = "/sso/cas/login?gateway=true&service=" + CasWorld.encoded(SERVICE);

        assertThat(CasWorld.location(world.server.get(path, world.pupil))).startsWith(SERVICE + "?ticket=ST-");
        assertThat(CasWorld.location(world.server.get(path, null))).isEqualTo(SERVICE);
        assertThat(CasWorld.location(world.server.get(path.replace("true", "false"), null)))
                .startsWith("/signin?return=");
    }

    @Test
    void sendsTheTicketInAFormThatWorksWithoutScript() {
        String path = "/sso/cas/login?method=POST&service=" + CasWorld.encoded(SERVICE + "?x=1");

        HttpResponse<String> form = world.server.get(path, world.pupil);

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body())
                .contains("page post", "address=" + SERVICE + "?x=1", "name=ticket", "document.forms[0].submit()")
                .containsPattern("ticket=ST-[0-9a-f]{64}");
        assertThat(CasWorld.decoded(CasWorld.location(world.server.get(path, null))))
                .contains("&method=POST&since=");
    }

    @Test
    void staysInThePortalWithoutAService() {
        assertThat(CasWorld.location(world.server.get("/sso/cas/login", world.pupil)))
                .isEqualTo("/");
        assertThat(CasWorld.location(world.server.get("/sso/cas/login", null))).isEqualTo("/signin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://unknown.example/",
                "https://quiz.example.evil.com/app/login",
                "https://quiz.example@evil.com/app/login",
                "https://quiz.example:443@evil.com/app/login",
                "https://evil.com/#https://quiz.example/app/login",
                "https://evil.com\\@quiz.example/app/login",
                "https://quiz.example:8443/app/login",
                "http://quiz.example/app/login",
                "https://QUIZ.example/APP/login",
                "https://quiz.example/app/../login",
                "https://quiz.example/app/%2e%2e/login",
                "https://quiz.example/app/..;/login",
                "https://quiz.example//app/login",
                "//quiz.example/app/login",
                "/app/login",
                "javascript:alert(1)",
                "https://quiz.example/app/\r\nSet-Cookie: x=y",
                "",
            })
    void refusesAnUnknownServiceBeforeAnyRedirect(String service) {
        HttpResponse<String> signedIn = world.login(service, world.pupil);
        HttpResponse<String> stranger = world.server.get("/sso/cas/login?service=" + CasWorld.encoded(service), null);

        assertThat(signedIn.statusCode()).isEqualTo(403);
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(signedIn.headers().firstValue("Location")).isEmpty();
        assertThat(signedIn.body())
                .contains("page refused", "pas raccordé au portail")
                .doesNotContain("evil");
        assertThat(world.portal.audit.entries()).isEmpty();
    }

    @Test
    void refusesTwoServicesAtOnce() {
        String path = "/sso/cas/login?service=" + CasWorld.encoded(SERVICE) + "&service=https%3A%2F%2Fevil.example%2F";

        assertThat(world.server.get(path, world.pupil).statusCode()).isEqualTo(403);
    }

    @Test
    void issuesNoTicketToWhoDoesNotGetTheService() {
        var guardian = world.portal.sessions.signIn("gil", Profile.GUARDIAN, world.portal.school);

        assertThat(world.login(SERVICE, guardian).statusCode()).isEqualTo(404);
        assertThat(world.portal.audit.entries()).isEmpty();
    }

    @Test
    void isUnavailableWithoutTheCategory() {
        world.portal.write(
                "org.preau.connector~five.cfg",
                ConnectWorld.file("category", "5", "service.urls", "https://five.example/"));

        assertThat(world.login("https://five.example/", world.pupil).statusCode())
                .isEqualTo(503);
    }

    @Test
    void issuesNoTicketWithoutAUser() {
        world.portal.deploy(new Anonymous());
        world.portal.write(
                "org.preau.connector~two.cfg",
                ConnectWorld.file("category", "2", "service.urls", "https://two.example/"));

        assertThat(world.login("https://two.example/", world.pupil).statusCode())
                .isEqualTo(404);
    }

    private static final class Anonymous implements CategoryPolicy {
        @Override
        public int category() {
            return 2;
        }

        @Override
        public Release release(Connector connector, UserFacts user) {
            return Release.NOTHING;
        }
    }
}
