package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Attacks by messages to samlValidate. */
class CasSamlAttacksTest extends CasAttacks {
    @Test
    void readsNoFileForAnExternalEntity() {
        String ticket = world.ticketFor(SERVICE);

        refusedAsNoMessage("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + CasWorld.soap("&e;"));
        refusedAsNoMessage("<!DOCTYPE x [<!ENTITY e \"" + ticket + "\">]>" + CasWorld.soap("&e;"));
        refusedAsNoMessage("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">" + CasWorld.soap(ticket));
        refusedAsNoMessage("<!DOCTYPE x>" + CasWorld.soap(ticket));
        assertThat(world.validate("/serviceValidate", SERVICE, ticket))
                .as("not used up by what was no message")
                .contains("authenticationSuccess");
    }

    @Test
    void blowsUpNoEntities() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refusedAsNoMessage(laughs + "]>" + CasWorld.soap("&a19;"));
    }

    @Test
    void refusesTwoTickets() {
        String artifact = "<samlp:AssertionArtifact>";
        String ticket = world.ticketFor(SERVICE);

        refusedAsNoMessage(
                CasWorld.soap(ticket).replace(artifact, artifact + "ST-1</samlp:AssertionArtifact>" + artifact));
    }

    @Test
    void refusesATicketThatIsWrapped() {
        String message = CasWorld.soap(world.ticketFor(SERVICE));
        String request = message.replaceFirst("(?s).*(<samlp:Request.*</samlp:Request>).*", "$1");

        refusedAsNoMessage(message.replace(
                request,
                "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:Object>" + request
                        + "</ds:Object></ds:Signature>"));
        refusedAsNoMessage(message.replace("<SOAP-ENV:Header/>", "<SOAP-ENV:Header>" + request + "</SOAP-ENV:Header>"));
        refusedAsNoMessage(request);
    }

    @Test
    void refusesATicketWithACommentInIt() {
        String ticket = world.ticketFor(SERVICE);

        refusedAsNoMessage(CasWorld.soap(ticket.substring(0, 20) + "<!-- x -->" + ticket.substring(20)));
        refusedAsNoMessage(CasWorld.soap(ticket + "<x/>"));
        refusedAsNoMessage(CasWorld.soap(ticket + "<?x y?>"));
    }

    @Test
    void refusesOtherNamespaces() {
        String message = CasWorld.soap(world.ticketFor(SERVICE));

        refusedAsNoMessage(message.replace("SAML:1.0:protocol", "SAML:2.0:protocol"));
        refusedAsNoMessage(message.replace("soap/envelope/", "soap/envelope"));
        refusedAsNoMessage("");
        refusedAsNoMessage("not xml");
        refusedAsNoMessage("<a>".repeat(5_000));
    }

    @Test
    void refusesAnOversizedMessage() {
        HttpResponse<String> answer =
                world.samlValidate(SERVICE, CasWorld.soap(world.ticketFor(SERVICE)) + " ".repeat(70_000));

        assertThat(answer.statusCode()).isEqualTo(413);
        noted(" samlValidate: the message is bigger");
    }

    @Test
    void refusesATicketOfAnotherServiceAndAReplay() {
        String ticket = world.ticketFor(SERVICE);

        String other =
                world.samlValidate(ProxyWorld.BACK, CasWorld.soap(ticket)).body();
        assertThat(other).contains("samlp:RequestDenied", "INVALID_SERVICE").doesNotContain("NameIdentifier");
        noted("quiz samlValidate: INVALID_SERVICE");
        assertThat(world.samlValidate(SERVICE, CasWorld.soap(ticket)).body()).contains("INVALID_TICKET");
    }

    @Test
    void repeatsNothingDangerousOfTheRequest() {
        String answer = world.samlValidate(
                        "https://evil.example/\"><x/>",
                        CasWorld.soap("ST-1").replace("_192.168.16.51.1024506224022", "1&lt;script&gt;"))
                .body();

        assertThat(answer).contains("samlp:RequestDenied").doesNotContain("<x/>", "script");
    }

    private void refusedAsNoMessage(String message) {
        HttpResponse<String> answer = world.samlValidate(SERVICE, message);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("samlp:RequestDenied", "INVALID_REQUEST")
                .doesNotContain("root:", "NameIdentifier", "samlp:Success");
        noted(" samlValidate: INVALID_REQUEST");
    }
}
