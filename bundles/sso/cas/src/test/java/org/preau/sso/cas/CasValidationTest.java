package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.connector.Connector;
import org.preau.core.connect.ConnectWorld;

/** What a service is answered to a ticket, and the way out. */
class CasValidationTest extends CasVisits {
    @Test
    void givesReleasedAttributesTheNamesThatTheServiceKnows() {
        world.portal.write(
                "org.preau.connector~moodle.cfg",
                ConnectWorld.file(
                        "service.urls",
                        "https://moodle.example/*",
                        "attribute.names",
                        "ENTPersonProfils=affiliation, ENTPersonMail=mail"));
        String service = "https://moodle.example/login/index.php";

        assertThat(world.validate("/p3/serviceValidate", service, world.ticketFor(service)))
                .contains("<cas:affiliation>National_elv</cas:affiliation>", "<cas:ENTPersonProfils>")
                .doesNotContain("mail");
        assertThat(world.protocol.problems(new Connector(
                        "x",
                        new org.preau.api.base.LocalizedText("X", ""),
                        3,
                        "cas",
                        java.net.URI.create("https://x.example/"),
                        java.util.List.of(),
                        java.util.Optional.empty(),
                        java.util.Set.of(),
                        java.util.Set.of(),
                        Map.of("attribute.names", "a b=c,d", "proxy.allowed", "yes"))))
                .hasSize(4);
    }

    @Test
    void answersAsTheProtocolSays() {
        assertThat(world.validate("/serviceValidate", SERVICE, "ST-x"))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">"
                        + "<cas:authenticationFailure code=\"INVALID_TICKET\">the ticket is unknown, used or too old"
                        + "</cas:authenticationFailure></cas:serviceResponse>");
        assertThat(world.validate("/p3/serviceValidate?format=JSON", SERVICE, "ST-x"))
                .isEqualTo("{\"serviceResponse\":{\"authenticationFailure\":{\"code\":\"INVALID_TICKET\","
                        + "\"description\":\"the ticket is unknown, used or too old\"}}}");
        assertThat(world.validate("/validate", SERVICE, "ST-x")).isEqualTo("no\n\n");
        assertThat(world.validate("/validate", SERVICE, world.ticketFor(SERVICE)))
                .matches("yes\n[0-9a-f]{40}\n");
        assertThat(world.validate("/serviceValidate", SERVICE + "/x", world.ticketFor(SERVICE)))
                .contains("INVALID_SERVICE");
    }

    @Test
    void wantsServiceAndTicketOnce() {
        for (String query : new String[] {
            "",
            "?ticket=ST-1",
            "?service=https%3A%2F%2Fquiz.example%2Fapp%2F",
            "?service=a&service=b&ticket=ST-1",
            "?service=&ticket="
        }) {
            HttpResponse<String> answer = world.server.get("/sso/cas/serviceValidate" + query, null);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).as(query).contains("code=\"INVALID_REQUEST\"");
        }
    }

    @Test
    void tellsTypesAndForbidsCaching() {
        HttpResponse<String> xml = world.server.get("/sso/cas/p3/serviceValidate", null);
        HttpResponse<String> json = world.server.get("/sso/cas/p3/serviceValidate?format=json", null);
        HttpResponse<String> plain = world.server.get("/sso/cas/validate", null);

        assertThat(type(xml)).isEqualToIgnoringCase("application/xml;charset=utf-8");
        assertThat(type(json)).startsWithIgnoringCase("application/json");
        assertThat(type(plain)).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(xml.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void refusesATicketOfAConnectorThatIsGone() {
        Map<String, String> gone = ConnectWorld.file("service.urls", "https://gone.example/");
        world.portal.write("org.preau.connector~gone.cfg", gone);
        String ticket = world.ticketFor("https://gone.example/");
        world.portal.delete("org.preau.connector~gone.cfg");

        assertThat(world.validate("/serviceValidate", "https://gone.example/", ticket))
                .contains("INVALID_SERVICE");
    }

    @Test
    void takesTheSameServiceWrittenOtherwise() {
        String ticket = world.ticketFor("HTTPS://Quiz.Example:443/app/login;jsessionid=1A2B#here");

        assertThat(world.validate("/serviceValidate", SERVICE, ticket)).contains("authenticationSuccess");
    }

    @Test
    void logsOutThroughThePortalsOwnPage() {
        String service = "/sso/cas/logout?service=" + CasWorld.encoded(SERVICE);
        String unknown = "/sso/cas/logout?service=" + CasWorld.encoded("https://evil.example/");

        assertThat(CasWorld.location(world.server.get(service, world.pupil)))
                .isEqualTo("/signout?return=" + CasWorld.encoded(service));
        assertThat(CasWorld.location(world.server.get(service, null))).isEqualTo(SERVICE);
        assertThat(CasWorld.location(world.server.get(unknown, world.pupil))).isEqualTo("/signout");
        assertThat(CasWorld.location(world.server.get(unknown, null))).isEqualTo("/signin");
        assertThat(CasWorld.location(world.server.get("/sso/cas/logout", world.pupil)))
                .isEqualTo("/signout");
        assertThat(world.portal.sessions.byId(world.pupil.id())).isPresent();
    }

    @Test
    void answersNothingElse() {
        assertThat(world.server.get("/sso/cas", world.pupil).statusCode()).isEqualTo(404);
        assertThat(world.server.get("/sso/cas/p3/login", world.pupil).statusCode())
                .isEqualTo(404);
        assertThat(world.server.send("POST", "/sso/cas/login", world.pupil).statusCode())
                .isEqualTo(405);
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replace(" ", "");
    }
}
