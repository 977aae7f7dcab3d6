package org.preau.core.saml.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.preau.api.base.Requirement;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.testing.StandInProvider;

/** Answers of an identity provider that are badly encrypted, or no message at all. */
class ResponseFormTest extends ResponseWorld {
    @TestFactory
    @Requirement("322A")
    Stream<DynamicTest> refusesWhatIsBadlyEncrypted() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("encrypted for somebody else", wrong(Reason.UNDECRYPTABLE, idp -> idp.encryptFor = "stranger"));
        cases.put("encrypted and unsigned", wrong(Reason.UNSIGNED, idp -> {
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
        return refused(cases);
    }

    @TestFactory
    @Requirement("322A")
    Stream<DynamicTest> refusesWhatIsNoMessage() {
        Map<String, Case> cases = new LinkedHashMap<>();
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
        return refused(cases);
    }

    private static Case encryptedBy(String algorithm) {
        return new Case(Reason.WEAK_ALGORITHM, () -> {
            StandInProvider idp = new StandInProvider(NOW);
            idp.encryptFor = "portal";
            return StandInProvider.base64(idp.xml().replace("http://www.w3.org/2009/xmlenc11#aes256-gcm", algorithm));
        });
    }
}
