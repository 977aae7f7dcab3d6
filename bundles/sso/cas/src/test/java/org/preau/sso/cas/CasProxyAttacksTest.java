package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SessionEnded;

/** Attacks by services that act, or want to act, for users at others. */
class CasProxyAttacksTest extends CasAttacks {
    @Test
    void givesNoProxyGrantingTicketToWhoMayNotActForOthers() {
        String answer = world.validate(
                "/serviceValidate?pgtUrl=" + CasWorld.encoded(SERVICE), SERVICE, world.ticketFor(SERVICE));

        refused(answer, "UNAUTHORIZED_SERVICE_PROXY", "quiz serviceValidate: UNAUTHORIZED_SERVICE_PROXY");
        assertThat(proxy.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/cas/proxy",
                "https://front.example.evil.example/cas/proxy",
                "https://front.example@evil.example/cas/proxy",
                "http://front.example/cas/proxy",
                "https://front.example:8443/cas/proxy",
                "https://front.example/cas/%2e%2e/proxy",
                "https://quiz.example/app/login",
                "http://169.254.169.254/latest/meta-data/",
                "http://127.0.0.1:8080/connect",
                "file:///etc/passwd",
                "x",
            })
    void callsNoProxyAddressThatTheConnectorDoesNotDeclare(String callback) {
        world.calls.gets.clear();

        refused(
                proxy.validateFront(callback),
                "INVALID_PROXY_CALLBACK",
                "front serviceValidate: INVALID_PROXY_CALLBACK");
        assertThat(world.calls.gets).isEmpty();
    }

    @Test
    void refusesACallbackGivenTwice() {
        String path = "/serviceValidate?pgtUrl=" + CasWorld.encoded(ProxyWorld.CALLBACK) + "&pgtUrl="
                + CasWorld.encoded("https://evil.example/");

        refused(
                world.validate(path, ProxyWorld.FRONT, world.ticketFor(ProxyWorld.FRONT)),
                "INVALID_PROXY_CALLBACK",
                "front serviceValidate: ");
    }

    @Test
    void refusesAProxyTicketWhereOnlyServiceTicketsAreTaken() {
        for (String path : List.of("/serviceValidate", "/p3/serviceValidate")) {
            refused(
                    world.validate(path, ProxyWorld.BACK, proxy.proxyTicket()),
                    "INVALID_TICKET_SPEC",
                    "back " + path.substring(1) + ": INVALID_TICKET_SPEC");
        }
        assertThat(world.validate("/validate", ProxyWorld.BACK, proxy.proxyTicket()))
                .isEqualTo("no\n\n");
        assertThat(world.samlValidate(ProxyWorld.BACK, CasWorld.soap(proxy.proxyTicket()))
                        .body())
                .contains("samlp:RequestDenied", "INVALID_TICKET_SPEC")
                .doesNotContain("NameIdentifier");
    }

    @Test
    void refusesAReplayedProxyTicket() {
        String ticket = proxy.proxyTicket();
        world.validate("/proxyValidate", ProxyWorld.BACK, ticket);

        refused(
                world.validate("/proxyValidate", ProxyWorld.BACK, ticket),
                "INVALID_TICKET",
                "back proxyValidate: INVALID_TICKET");
    }

    @Test
    void refusesAProxyTicketAtAnotherService() {
        refused(
                world.validate("/proxyValidate", SERVICE, proxy.proxyTicket()),
                "INVALID_SERVICE",
                "back proxyValidate: INVALID_SERVICE");
    }

    @Test
    void refusesAProxyTicketWhereRenewIsAsked() {
        refused(
                world.validate("/proxyValidate?renew=true", ProxyWorld.BACK, proxy.proxyTicket()),
                "INVALID_TICKET",
                "back proxyValidate: INVALID_TICKET: renew");
    }

    @Test
    void refusesWhatIsNoProxyGrantingTicket() {
        proxy.granting();
        String word = proxy.received.keySet().iterator().next();

        for (String wrong : List.of("PGT-" + "0".repeat(64), word, world.ticketFor(ProxyWorld.FRONT), "' or 1=1 --")) {
            refused(proxy.proxy(wrong, ProxyWorld.BACK), "BAD_PGT", " proxy: BAD_PGT");
        }
        refused(proxy.proxy("", ProxyWorld.BACK), "INVALID_REQUEST", " proxy: INVALID_REQUEST");
    }

    @Test
    void refusesAProxyGrantingTicketAsATicket() {
        refused(
                world.validate("/proxyValidate", ProxyWorld.FRONT, proxy.granting()),
                "INVALID_TICKET",
                "front proxyValidate: INVALID_TICKET");
    }

    @Test
    void refusesAProxyGrantingTicketOnceItsUserHasSignedOut() {
        PortalSession teacher = world.portal.sessions.signIn("ana", Profile.TEACHER, world.portal.school);
        String granting = grantingOf(teacher);
        world.portal.sessions.end(teacher);

        refused(proxy.proxy(granting, ProxyWorld.BACK), "BAD_PGT", "front proxy: BAD_PGT");
        new ForgetGrantings(world.grantings).on(new SessionEnded(List.of(new UUID(1, 1), teacher.id())));
        assertThat(world.grantings.find(granting)).isEmpty();
    }

    @Test
    void refusesAProxyGrantingTicketOfAConnectorThatMayNoLonger() {
        String granting = proxy.granting();
        proxy.connector("front", "service.urls", "https://front.example/*", "proxy.allowed", "false");

        refused(
                proxy.proxy(granting, ProxyWorld.BACK),
                "UNAUTHORIZED_SERVICE_PROXY",
                "front proxy: UNAUTHORIZED_SERVICE_PROXY");
    }

    @Test
    void givesNoProxyTicketForAServiceThatNobodyDeclares() {
        refused(
                proxy.proxy(proxy.granting(), "https://evil.example/"),
                "UNAUTHORIZED_SERVICE",
                "front proxy: UNAUTHORIZED_SERVICE");
    }

    @Test
    void givesNoProxyTicketForAServiceOfAnotherSchool() {
        proxy.connector(
                "back",
                "service.urls",
                "https://back.example/*",
                "audience.structures",
                world.portal.otherSchool.code());
        String granting = proxy.granting();
        world.portal.audit.entries().clear();

        refused(proxy.proxy(granting, ProxyWorld.BACK), "UNAUTHORIZED_SERVICE", "front proxy: UNAUTHORIZED_SERVICE");
        assertThat(world.portal.audit.entries()).isEmpty();
    }

    private String grantingOf(PortalSession session) {
        String ticket = CasWorld.ticketIn(world.login(ProxyWorld.FRONT, session));
        String answer = world.validate(
                "/serviceValidate?pgtUrl=" + CasWorld.encoded(ProxyWorld.CALLBACK), ProxyWorld.FRONT, ticket);
        return proxy.received.get(answer.replaceFirst("(?s).*<cas:proxyGrantingTicket>([^<]+)<.*", "$1"));
    }
}
