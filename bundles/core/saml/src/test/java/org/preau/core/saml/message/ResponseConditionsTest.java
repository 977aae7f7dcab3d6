package org.preau.core.saml.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.preau.api.base.Requirement;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.xml.SamlNames;

/** Answers of an identity provider that are for somebody else, for another time, or from another. */
class ResponseConditionsTest extends ResponseWorld {
    @TestFactory
    @Requirement("322A")
    Stream<DynamicTest> refusesWhatIsNotForThisSignIn() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("wrong audience", wrong(Reason.WRONG_AUDIENCE, idp -> idp.audience = "https://other.example/"));
        cases.put("no audience", wrong(Reason.WRONG_AUDIENCE, idp -> idp.audience = ""));
        cases.put("wrong recipient", wrong(Reason.WRONG_RECIPIENT, idp -> idp.recipient = "https://other.example/acs"));
        cases.put(
                "not a bearer",
                wrong(
                        Reason.WRONG_RECIPIENT,
                        idp -> idp.before = text ->
                                text.replace(SamlNames.BEARER, "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches")));
        cases.put(
                "wrong destination",
                wrong(Reason.WRONG_DESTINATION, idp -> idp.destination = "https://other.example/"));
        cases.put("signed without destination", wrong(Reason.WRONG_DESTINATION, idp -> {
            idp.signResponse = true;
            idp.destination = "";
        }));
        cases.put("expired", wrong(Reason.EXPIRED, idp -> idp.notOnOrAfter = NOW.minusSeconds(61)));
        cases.put("not valid yet", wrong(Reason.NOT_YET_VALID, idp -> idp.notBefore = NOW.plusSeconds(61)));
        cases.put(
                "session over",
                wrong(
                        Reason.EXPIRED,
                        idp -> idp.before = text -> text.replace(
                                "SessionIndex=",
                                "SessionNotOnOrAfter=\"" + NOW.minusSeconds(90) + "\" SessionIndex=")));
        cases.put(
                "another provider's response",
                wrong(Reason.UNKNOWN_ISSUER, idp -> idp.issuer = "https://evil.example/"));
        cases.put(
                "another provider's assertion",
                wrong(Reason.UNKNOWN_ISSUER, idp -> idp.assertionIssuer = "https://evil.example/"));
        cases.put("no InResponseTo", wrong(Reason.UNSOLICITED, idp -> idp.request = ""));
        cases.put(
                "two InResponseTo that differ",
                wrong(
                        Reason.UNSOLICITED,
                        idp -> idp.before = text -> text.replaceFirst("InResponseTo=\"_q1\"", "InResponseTo=\"_q2\"")));
        cases.put("no success", wrong(Reason.NO_SUCCESS, idp -> idp.status = SamlNames.STATUS + "Requester"));
        cases.put(
                "unknown condition",
                wrong(Reason.MALFORMED, idp -> idp.conditions = "<x:Weather xmlns:x=\"urn:x\">rain</x:Weather>"));
        cases.put(
                "no subject",
                wrong(
                        Reason.MALFORMED,
                        idp -> idp.before = text -> text.replaceFirst("<saml:Subject>.*</saml:Subject>", "")));
        cases.put(
                "no statement",
                wrong(
                        Reason.MALFORMED,
                        idp -> idp.before =
                                text -> text.replaceFirst("<saml:AuthnStatement.*</saml:AuthnStatement>", "")));
        cases.put(
                "SAML 1.1",
                wrong(
                        Reason.MALFORMED,
                        idp -> idp.before = text -> text.replaceFirst("Version=\"2.0\"", "Version=\"1.1\"")));
        return refused(cases);
    }
}
