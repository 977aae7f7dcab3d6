package org.preau.core.saml.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.preau.api.base.Requirement;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.testing.StandInProvider;
import org.preau.core.saml.testing.Wrapping;
import org.preau.core.saml.xml.SamlNames;
import org.w3c.dom.Element;

/** Answers of an identity provider that nobody signed as he must, or that mean something else than what was signed. */
class ResponseSignatureTest extends ResponseWorld {
    @TestFactory
    @Requirement("322A")
    Stream<DynamicTest> refusesWhatIsNotSignedAsItMustBe() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("unsigned", wrong(Reason.UNSIGNED, idp -> idp.signAssertion = false));
        cases.put("signed by another key", wrong(Reason.BAD_SIGNATURE, idp -> idp.signer = "stranger"));
        cases.put("response signed by another key", wrong(Reason.BAD_SIGNATURE, idp -> {
            idp.signResponse = true;
            idp.signer = "stranger";
        }));
        cases.put("changed after signing", changed(Reason.BAD_SIGNATURE, "user-1", "admin"));
        cases.put("own key in KeyInfo", wrong(Reason.BAD_SIGNATURE, idp -> {
            idp.signer = "stranger";
            idp.issuer = StandInProvider.NAME;
        }));
        cases.put(
                "signature taken out",
                wrong(
                        Reason.UNSIGNED,
                        idp -> idp.after.add(document -> {
                            var signature = document.getElementsByTagNameNS(SamlNames.DSIG, "Signature")
                                    .item(0);
                            signature.getParentNode().removeChild(signature);
                        })));
        for (int i = 1; i <= 2; i++) {
            int which = i;
            cases.put("wrapping " + which, wrong(Reason.WRAPPED, idp -> {
                idp.signAssertion = false;
                idp.signResponse = true;
                idp.after.add(Wrapping.number(which));
            }));
        }
        for (int i = 3; i <= 8; i++) {
            int which = i;
            cases.put("wrapping " + which, wrong(Reason.WRAPPED, idp -> idp.after.add(Wrapping.number(which))));
        }
        cases.put(
                "one id twice",
                wrong(Reason.WRAPPED, idp -> idp.before = text -> text.replace("ID=\"_a1\"", "ID=\"_r1\"")));
        cases.put(
                "two assertions",
                wrong(
                        Reason.WRAPPED,
                        idp -> idp.after.add(document -> {
                            Element copy = (Element) document.getElementsByTagNameNS(SamlNames.ASSERTION, "Assertion")
                                    .item(0)
                                    .cloneNode(true);
                            copy.setAttribute("ID", "_a2");
                            document.getDocumentElement().appendChild(copy);
                        })));
        cases.put("signature over nothing named", changed(Reason.WRAPPED, "URI=\"#_a1\"", "URI=\"\""));
        return refused(cases);
    }

    @TestFactory
    @Requirement("322A")
    Stream<DynamicTest> refusesWeakAlgorithms() {
        Map<String, Case> cases = new LinkedHashMap<>();
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
        return refused(cases);
    }
}
