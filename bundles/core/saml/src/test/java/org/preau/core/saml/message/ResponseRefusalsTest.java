package org.preau.core.saml.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.preau.api.base.Requirement;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.testing.StandInProvider;
import org.preau.core.saml.testing.TestKeys;
import org.preau.core.saml.testing.WebVisit;
import org.preau.core.saml.testing.Wrapping;
import org.preau.core.saml.xml.SamlNames;
import org.w3c.dom.Element;

/** What a counter refuses of an identity provider's answers, each with its reason. */
class ResponseRefusalsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");
    private static final URI CONSUMER = URI.create("https://portal.example/signin/test/acs");
    private static final SamlParty PROVIDER = new SamlParty(
            StandInProvider.NAME,
            List.of(
                    TestKeys.signer("curve").certificate().getPublicKey(),
                    TestKeys.signer("provider").certificate().getPublicKey()),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            false,
            false,
            false,
            Optional.empty());

    @TestFactory
    @Requirement("322A")
    Stream<DynamicTest> refuses() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("unsigned", of(Reason.UNSIGNED, idp -> idp.signAssertion = false));
        cases.put("signed by another key", of(Reason.BAD_SIGNATURE, idp -> idp.signer = "stranger"));
        cases.put("response signed by another key", of(Reason.BAD_SIGNATURE, idp -> {
            idp.signResponse = true;
            idp.signer = "stranger";
        }));
        cases.put("changed after signing", changed(Reason.BAD_SIGNATURE, "user-1", "admin"));
        cases.put("own key in KeyInfo", of(Reason.BAD_SIGNATURE, idp -> {
            idp.signer = "stranger";
            idp.issuer = StandInProvider.NAME;
        }));
        cases.put(
                "signature taken out",
                of(
                        Reason.UNSIGNED,
                        idp -> idp.after.add(document -> {
                            var signature = document.getElementsByTagNameNS(SamlNames.DSIG, "Signature")
                                    .item(0);
                            signature.getParentNode().removeChild(signature);
                        })));
        for (int i = 1; i <= 2; i++) {
            int which = i;
            cases.put("wrapping " + which, of(Reason.WRAPPED, idp -> {
                idp.signAssertion = false;
                idp.signResponse = true;
                idp.after.add(Wrapping.number(which));
            }));
        }
        for (int i = 3; i <= 8; i++) {
            int which = i;
            cases.put("wrapping " + which, of(Reason.WRAPPED, idp -> idp.after.add(Wrapping.number(which))));
        }
        cases.put(
                "one id twice",
                of(Reason.WRAPPED, idp -> idp.before = text -> text.replace("ID=\"_a1\"", "ID=\"_r1\"")));
        cases.put(
                "two assertions",
                of(
                        Reason.WRAPPED,
                        idp -> idp.after.add(document -> {
                            Element copy = (Element) document.getElementsByTagNameNS(SamlNames.ASSERTION, "Assertion")
                                    .item(0)
                                    .cloneNode(true);
                            copy.setAttribute("ID", "_a2");
                            document.getDocumentElement().appendChild(copy);
                        })));
        cases.put("signature over nothing named", changed(Reason.WRAPPED, "URI=\"#_a1\"", "URI=\"\""));
        cases.put(
                "SHA-1 signature",
                changed(
                        Reason.WEAK_ALGORITHM,
                        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                        "http://www.w3.org/2000/09/xmldsig#rsa-sha1"));
        cases.put(
                "SHA-1 digest",
                changed(
                        Reason.WEAK_ALGORITHM,
                        "http://www.w3.org/2001/04/xmlenc#sha256",
                        "http://www.w3.org/2000/09/xmldsig#sha1"));
        cases.put(
                "HMAC with the public key",
                changed(
                        Reason.WEAK_ALGORITHM,
                        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"));
        cases.put(
                "XSLT transform",
                changed(
                        Reason.WEAK_ALGORITHM,
                        "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                        "http://www.w3.org/TR/1999/REC-xslt-19991116"));
        cases.put(
                "comments counted in the signature",
                changed(
                        Reason.WEAK_ALGORITHM,
                        "Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
                        "Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#WithComments\""));
        cases.put("wrong audience", of(Reason.WRONG_AUDIENCE, idp -> idp.audience = "https://other.example/"));
        cases.put("no audience", of(Reason.WRONG_AUDIENCE, idp -> idp.audience = ""));
        cases.put("wrong recipient", of(Reason.WRONG_RECIPIENT, idp -> idp.recipient = "https://other.example/acs"));
        cases.put(
                "not a bearer",
                of(
                        Reason.WRONG_RECIPIENT,
                        idp -> idp.before = text ->
                                text.replace(SamlNames.BEARER, "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches")));
        cases.put("wrong destination", of(Reason.WRONG_DESTINATION, idp -> idp.destination = "https://other.example/"));
        cases.put("signed without destination", of(Reason.WRONG_DESTINATION, idp -> {
            idp.signResponse = true;
            idp.destination = "";
        }));
        cases.put("expired", of(Reason.EXPIRED, idp -> idp.notOnOrAfter = NOW.minusSeconds(61)));
        cases.put("not valid yet", of(Reason.NOT_YET_VALID, idp -> idp.notBefore = NOW.plusSeconds(61)));
        cases.put(
                "session over",
                of(
                        Reason.EXPIRED,
                        idp -> idp.before = text -> text.replace(
                                "SessionIndex=",
                                "SessionNotOnOrAfter=\"" + NOW.minusSeconds(90) + "\" SessionIndex=")));
        cases.put(
                "another provider's response", of(Reason.UNKNOWN_ISSUER, idp -> idp.issuer = "https://evil.example/"));
        cases.put(
                "another provider's assertion",
                of(Reason.UNKNOWN_ISSUER, idp -> idp.assertionIssuer = "https://evil.example/"));
        cases.put("no InResponseTo", of(Reason.UNSOLICITED, idp -> idp.request = ""));
        cases.put(
                "two InResponseTo that differ",
                of(
                        Reason.UNSOLICITED,
                        idp -> idp.before = text -> text.replaceFirst("InResponseTo=\"_q1\"", "InResponseTo=\"_q2\"")));
        cases.put("no success", of(Reason.NO_SUCCESS, idp -> idp.status = SamlNames.STATUS + "Requester"));
        cases.put(
                "unknown condition",
                of(Reason.MALFORMED, idp -> idp.conditions = "<x:Weather xmlns:x=\"urn:x\">rain</x:Weather>"));
        cases.put(
                "no subject",
                of(
                        Reason.MALFORMED,
                        idp -> idp.before = text -> text.replaceFirst("<saml:Subject>.*</saml:Subject>", "")));
        cases.put(
                "no statement",
                of(
                        Reason.MALFORMED,
                        idp -> idp.before =
                                text -> text.replaceFirst("<saml:AuthnStatement.*</saml:AuthnStatement>", "")));
        cases.put(
                "SAML 1.1",
                of(
                        Reason.MALFORMED,
                        idp -> idp.before = text -> text.replaceFirst("Version=\"2.0\"", "Version=\"1.1\"")));
        cases.put("encrypted for somebody else", of(Reason.UNDECRYPTABLE, idp -> idp.encryptFor = "stranger"));
        cases.put("encrypted and unsigned", of(Reason.UNSIGNED, idp -> {
            idp.signAssertion = false;
            idp.encryptFor = "portal";
        }));
        cases.put(
                "encrypted by CBC without a signature around",
                encryptedBy("http://www.w3.org/2001/04/xmlenc#aes128-cbc"));
        cases.put("encrypted by 3DES", encryptedBy("http://www.w3.org/2001/04/xmlenc#tripledes-cbc"));
        cases.put("key wrapped by RSA 1.5", new Case(Reason.WEAK_ALGORITHM, () -> {
            StandInProvider idp = new StandInProvider(NOW);
            idp.encryptFor = "portal";
            return StandInProvider.base64(idp.xml()
                    .replace(
                            "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
                            "http://www.w3.org/2001/04/xmlenc#rsa-1_5"));
        }));
        cases.put(
                "external entity",
                text(
                        Reason.DOCTYPE,
                        xml -> "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + xml.replace("user-1", "&x;")));
        cases.put(
                "a billion laughs",
                text(
                        Reason.DOCTYPE,
                        xml -> "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
                                + xml.replace("user-1", "&b;")));
        cases.put(
                "external document type",
                text(Reason.DOCTYPE, xml -> "<!DOCTYPE r SYSTEM \"http://evil.example/x.dtd\">" + xml));
        cases.put(
                "too deep",
                text(
                        Reason.TOO_LARGE,
                        xml -> xml.replace("<samlp:Status>", "<x>".repeat(60) + "</x>".repeat(60) + "<samlp:Status>")));
        cases.put("too large", text(Reason.TOO_LARGE, xml -> xml.replace("user-1", "u".repeat(300_000))));
        cases.put(
                "an attribute twice",
                text(Reason.MALFORMED, xml -> xml.replace("ID=\"_a1\"", "ID=\"_a1\" ID=\"_a3\"")));
        cases.put("a processing instruction", text(Reason.MALFORMED, xml -> xml.replace("user-1", "user<?x y?>-1")));
        cases.put("cut off", text(Reason.MALFORMED, xml -> xml.substring(0, xml.length() - 20)));
        cases.put("not base64", new Case(Reason.MALFORMED, () -> "<samlp:Response/>&"));
        cases.put(
                "another kind of message",
                text(Reason.UNSUPPORTED, xml -> xml.replace("samlp:Response", "samlp:LogoutResponse")));
        return cases.entrySet().stream()
                .map(one -> dynamicTest(one.getKey(), () -> assertThatThrownBy(
                                () -> read(one.getValue().message().get()))
                        .isInstanceOfSatisfying(SamlRefusedException.class, refused -> assertThat(refused.reason())
                                .as(String.valueOf(refused.getMessage()))
                                .isEqualTo(one.getValue().reason()))));
    }

    @Test
    void takesASoundAnswerHoweverItIsSignedAndEncrypted() {
        for (int way = 0; way < 6; way++) {
            StandInProvider idp = new StandInProvider(NOW);
            idp.signAssertion = way != 1 && way != 4;
            idp.signResponse = way == 1 || way == 2 || way == 4 || way == 5;
            idp.encryptFor = way >= 3 ? "portal" : null;

            CheckedAssertion assertion = read(idp.base64());

            assertThat(assertion.nameId()).isEqualTo("user-1");
            assertThat(assertion.inResponseTo()).isEqualTo("_q1");
            assertThat(assertion.sessionIndex()).contains("_s1");
            assertThat(assertion.attributes()).containsEntry("FrEduCtRefId", List.of("{AAF}24||1234"));
        }
    }

    @Test
    void readsANameWithACommentInItWhole() {
        StandInProvider idp = new StandInProvider(NOW);
        idp.name = "admin<!-- -->.evil.example";

        assertThat(read(idp.base64()).nameId()).isEqualTo("admin.evil.example");
    }

    @Test
    void allowsAMinuteBetweenTheClocks() {
        StandInProvider idp = new StandInProvider(NOW);
        idp.notBefore = NOW.plusSeconds(59);
        assertThat(read(idp.base64()).id()).isEqualTo("_a1");
        idp.notBefore = NOW.minusSeconds(300);
        idp.notOnOrAfter = NOW.minusSeconds(59);
        assertThat(read(idp.base64()).id()).isEqualTo("_a1");
    }

    @Test
    void joinsTheValuesOfAnAttributeThatComesTwice() {
        StandInProvider idp = new StandInProvider(NOW);
        idp.attributes = StandInProvider.attribute("Role", "a") + StandInProvider.attribute("Role", "b", "c");

        assertThat(read(idp.base64()).attributes()).containsEntry("Role", List.of("a", "b", "c"));
    }

    private static CheckedAssertion read(String base64) {
        Inbound inbound = Inbound.of(
                WebVisit.post(CONSUMER.getPath()).with("SAMLResponse", base64).request());
        return VerifiedResponse.of(
                inbound,
                new VerifiedResponse.Expected(
                        PROVIDER,
                        "https://portal.example/signin/test/metadata",
                        CONSUMER,
                        List.of(TestKeys.signer("portal").key()),
                        NOW));
    }

    private static Case of(Reason reason, Consumer<StandInProvider> wrong) {
        return new Case(reason, () -> {
            StandInProvider idp = new StandInProvider(NOW);
            wrong.accept(idp);
            return idp.base64();
        });
    }

    private static Case changed(Reason reason, String what, String by) {
        return text(reason, xml -> {
            assertThat(xml).contains(what);
            return xml.replace(what, by);
        });
    }

    private static Case text(Reason reason, java.util.function.UnaryOperator<String> change) {
        return new Case(reason, () -> StandInProvider.base64(change.apply(new StandInProvider(NOW).xml())));
    }

    private static Case encryptedBy(String algorithm) {
        return new Case(Reason.WEAK_ALGORITHM, () -> {
            StandInProvider idp = new StandInProvider(NOW);
            idp.encryptFor = "portal";
            return StandInProvider.base64(idp.xml().replace("http://www.w3.org/2009/xmlenc11#aes256-gcm", algorithm));
        });
    }

    private record Case(Reason reason, Supplier<String> message) {}
}
