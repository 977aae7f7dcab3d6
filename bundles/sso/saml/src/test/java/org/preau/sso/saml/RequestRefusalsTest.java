package org.preau.sso.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.preau.api.base.Requirement;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.testing.StandInProvider;
import org.preau.core.saml.testing.StandInService;
import org.preau.core.saml.testing.WebVisit;

/** What the identity provider refuses of services' messages: a plain page for the user, the reason for the integrator, and nothing leaves. */
class RequestRefusalsTest {
    private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static SamlWorld world;

    @BeforeAll
    static void start() {
        world = new SamlWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @TestFactory
    @Requirement("3112A")
    Stream<DynamicTest> refuses() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("unknown service", asked(Reason.UNKNOWN_ISSUER, sp -> sp.issuer = "https://evil.example/"));
        cases.put("no issuer", asked(Reason.UNKNOWN_ISSUER, sp -> sp.issuer = ""));
        cases.put(
                "a comment in the issuer",
                asked(Reason.UNKNOWN_ISSUER, sp -> sp.issuer = StandInService.NAME + "<!-- -->.evil"));
        cases.put(
                "consumer not in the metadata",
                asked(
                        Reason.UNKNOWN_CONSUMER,
                        sp -> sp.consumer = " AssertionConsumerServiceURL=\"https://evil.example/acs\""));
        cases.put(
                "consumer that only begins alike",
                asked(
                        Reason.UNKNOWN_CONSUMER,
                        sp -> sp.consumer = " AssertionConsumerServiceURL=\"" + StandInService.CONSUMER + "/../x\""));
        cases.put(
                "consumer by artifact",
                asked(Reason.UNKNOWN_CONSUMER, sp -> sp.consumer = " AssertionConsumerServiceIndex=\"0\""));
        cases.put(
                "unknown index",
                asked(Reason.UNKNOWN_CONSUMER, sp -> sp.consumer = " AssertionConsumerServiceIndex=\"7\""));
        cases.put(
                "artifact binding",
                asked(
                        Reason.UNSUPPORTED,
                        sp -> sp.more = " ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact\""));
        cases.put(
                "wrong destination",
                asked(Reason.WRONG_DESTINATION, sp -> sp.destination = "https://other.example/sso"));
        cases.put("too old", asked(Reason.EXPIRED, sp -> sp.now = sp.now.minusSeconds(700)));
        cases.put("from the future", asked(Reason.NOT_YET_VALID, sp -> sp.now = sp.now.plusSeconds(70)));
        cases.put("SAML 1.1", asked(Reason.MALFORMED, sp -> sp.version = "1.1"));
        cases.put("no id", asked(Reason.MALFORMED, sp -> sp.id = ""));
        cases.put("an id too long", asked(Reason.MALFORMED, sp -> sp.id = "_" + "a".repeat(300)));
        cases.put(
                "about a certain subject",
                asked(
                        Reason.UNSUPPORTED,
                        sp -> sp.inside = "<saml:Subject><saml:NameID>admin</saml:NameID></saml:Subject>"));
        cases.put(
                "another request inside",
                asked(
                        Reason.WRAPPED,
                        sp -> sp.inside = "<samlp:Extensions>"
                                + new StandInService(sp.now).xml().replace("_q1", "_q2") + "</samlp:Extensions>"));
        cases.put(
                "an id twice",
                asked(Reason.WRAPPED, sp -> sp.inside = "<samlp:Extensions><x ID=\"_q1\"/></samlp:Extensions>"));
        cases.put(
                "unsigned where the metadata says signed",
                strict(Reason.UNSIGNED, sp -> StandInService.query(sp.xml())));
        cases.put(
                "signed by another key",
                strict(Reason.BAD_SIGNATURE, sp -> StandInService.query(sp.xml(), "", "stranger", RSA)));
        cases.put("relay state changed after signing", strict(Reason.BAD_SIGNATURE, sp -> StandInService.query(
                        sp.xml(), "a", "service", RSA)
                .replace("RelayState=a", "RelayState=b")));
        cases.put("request changed after signing", strict(Reason.BAD_SIGNATURE, sp -> {
            String sound = StandInService.query(sp.xml(), "", "service", RSA);
            sp.id = "_q9";
            return StandInService.query(sp.xml()) + sound.substring(sound.indexOf("&SigAlg"));
        }));
        cases.put(
                "SHA-1 over the query",
                strict(
                        Reason.WEAK_ALGORITHM,
                        sp -> StandInService.query(
                                sp.xml(), "", "service", "http://www.w3.org/2000/09/xmldsig#rsa-sha1")));
        cases.put(
                "HMAC over the query",
                strict(
                        Reason.WEAK_ALGORITHM,
                        sp -> StandInService.query(
                                sp.xml(), "", "service", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")));
        cases.put(
                "a bad signature though none is needed",
                query(Reason.BAD_SIGNATURE, sp -> StandInService.query(sp.xml(), "", "stranger", RSA)));
        cases.put(
                "two signatures",
                query(Reason.MALFORMED, sp -> StandInService.query(sp.xml(), "", "service", RSA) + "&Signature=AAAA"));
        cases.put(
                "two requests",
                query(Reason.MALFORMED, sp -> StandInService.query(sp.xml()) + "&" + StandInService.query(sp.xml())));
        cases.put(
                "a request and a response",
                query(Reason.MALFORMED, sp -> StandInService.query(sp.xml()) + "&SAMLResponse=AAAA"));
        cases.put("no message", query(Reason.MALFORMED, sp -> "RelayState=x"));
        cases.put(
                "not deflated",
                query(
                        Reason.MALFORMED,
                        sp -> "SAMLRequest=" + StandInService.encoded(StandInProvider.base64(sp.xml()))));
        cases.put(
                "a bomb when inflated",
                query(
                        Reason.TOO_LARGE,
                        sp -> "SAMLRequest=" + StandInService.encoded(StandInService.deflated(new byte[20_000_000]))));
        cases.put(
                "relay state too long",
                query(Reason.TOO_LARGE, sp -> StandInService.query(sp.xml()) + "&RelayState=" + "r".repeat(2_001)));
        cases.put(
                "external entity",
                query(
                        Reason.DOCTYPE,
                        sp -> StandInService.query("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + sp.xml().replace("_q1", "&x;"))));
        cases.put(
                "a billion laughs",
                query(
                        Reason.DOCTYPE,
                        sp -> StandInService.query(
                                "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>" + sp.xml())));
        cases.put(
                "another kind of message",
                query(
                        Reason.UNSUPPORTED,
                        sp -> StandInService.query(
                                sp.xml().replace("AuthnRequest", "ManageNameIDRequest"), "", "service", RSA)));
        cases.put(
                "posted and signed by another key",
                posted(Reason.BAD_SIGNATURE, sp -> StandInService.signed(sp.xml(), "stranger")));
        cases.put("posted and changed", posted(Reason.BAD_SIGNATURE, sp -> StandInService.signed(sp.xml(), "service")
                .replace("Version=\"2.0\"", "Version=\"2.0\" ForceAuthn=\"true\"")));
        cases.put("posted and larger than any", posted(Reason.TOO_LARGE, sp -> sp.xml() + " ".repeat(300_000)));
        cases.put(
                "a sign-on nobody sealed", new Case(Reason.EXPIRED, () -> WebVisit.get("/sso/saml/resume?state=AAAA")));
        cases.put("a sign-on changed on its way", new Case(Reason.EXPIRED, () -> {
            String location = world.go(WebVisit.post("/sso/saml/sso")
                            .with(
                                    "SAMLRequest",
                                    StandInProvider.base64(world.service().xml())))
                    .location();
            return WebVisit.get(location.replace("state=", "state=A"));
        }));
        cases.put("a sign-on that took too long", new Case(Reason.EXPIRED, () -> {
            String location = world.go(WebVisit.post("/sso/saml/sso")
                            .with(
                                    "SAMLRequest",
                                    StandInProvider.base64(world.service().xml())))
                    .location();
            world.clock.pass(Duration.ofMinutes(61));
            return WebVisit.get(location);
        }));
        cases.put(
                "a tile of no such connector",
                new Case(Reason.UNKNOWN_ISSUER, () -> WebVisit.get("/sso/saml/start?connector=nothing")));
        cases.put(
                "a logout that is not signed",
                new Case(
                        Reason.UNSIGNED,
                        () -> WebVisit.get("/sso/saml/slo?"
                                + StandInService.query(world.service().logout("x", "_1")))));
        cases.put(
                "a logout by another key",
                new Case(
                        Reason.BAD_SIGNATURE,
                        () -> WebVisit.get("/sso/saml/slo?"
                                + StandInService.query(world.service().logout("x", "_1"), "", "stranger", RSA))));
        cases.put(
                "a sign-on where logouts go",
                new Case(
                        Reason.WRONG_DESTINATION,
                        () -> WebVisit.get("/sso/saml/slo?"
                                + StandInService.query(world.service().xml(), "", "service", RSA))));
        cases.put("a SOAP call that is none", new Case(Reason.MALFORMED, () -> WebVisit.post("/sso/saml/slo")
                .with("<x/>".getBytes(StandardCharsets.UTF_8), "text/xml")));
        return cases.entrySet().stream().map(one -> dynamicTest(one.getKey(), () -> refused(one.getValue())));
    }

    private static void refused(Case wrong) {
        world.describe(StandInService.metadata("", ""));
        WebVisit visit = wrong.visit().get();
        world.log.clear();
        int released = world.handles.size();

        WebVisit answer = world.goIn(visit);

        assertThat(answer.status()).as(answer.text() + world.log).isEqualTo(403);
        assertThat(answer.text()).contains("page refused").doesNotContain("SAMLResponse");
        assertThat(world.log).hasSize(1);
        assertThat(world.log.get(0)).startsWith("refused ").contains(wrong.reason() + ": ");
        assertThat(world.handles).hasSize(released);
    }

    private static Case asked(Reason reason, Consumer<StandInService> wrong) {
        return query(reason, sp -> {
            wrong.accept(sp);
            return StandInService.query(sp.xml());
        });
    }

    private static Case query(Reason reason, java.util.function.Function<StandInService, String> query) {
        return new Case(reason, () -> WebVisit.get("/sso/saml/sso?" + query.apply(world.service())));
    }

    private static Case strict(Reason reason, java.util.function.Function<StandInService, String> query) {
        return new Case(reason, () -> {
            world.describe(StandInService.metadata("AuthnRequestsSigned=\"true\"", ""));
            return WebVisit.get("/sso/saml/sso?" + query.apply(world.service()));
        });
    }

    private static Case posted(Reason reason, java.util.function.Function<StandInService, String> xml) {
        return new Case(reason, () -> WebVisit.post("/sso/saml/sso")
                .with("SAMLRequest", StandInProvider.base64(xml.apply(world.service()))));
    }

    private record Case(Reason reason, Supplier<WebVisit> visit) {}
}
