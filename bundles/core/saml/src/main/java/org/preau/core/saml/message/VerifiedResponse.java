package org.preau.core.saml.message;

import java.net.URI;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.xml.Elements;
import org.preau.core.saml.xml.SafeXml;
import org.preau.core.saml.xml.SamlNames;
import org.preau.core.saml.xml.XmlEncryption;
import org.preau.core.saml.xml.XmlSignatures;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Checks a response for a service provider of ours and gives its one assertion. The order matters: first that there is exactly one message and one assertion in their places, then signatures, and
 * from then on only what the signatures cover is read.
 */
public final class VerifiedResponse {
    private VerifiedResponse() {}

    /**
     * What a service provider of ours expects.
     *
     * @param provider the identity provider
     * @param audience our name
     * @param consumer the address the response came to
     * @param keys our keys, for encrypted assertions
     * @param now the time
     */
    public record Expected(SamlParty provider, String audience, URI consumer, List<PrivateKey> keys, Instant now) {
        @Override
        public String toString() {
            return "Expected[" + consumer + "]";
        }
    }

    /** The assertion, once everything about it is right but that it was asked for and is new, which its caller knows. */
    public static CheckedAssertion of(Inbound inbound, Expected expected) {
        Element root = inbound.root();
        if (!inbound.kind().equals("Response")) {
            throw new SamlRefusedException(Reason.UNSUPPORTED, "this kind of message is not taken here");
        }
        if (!issuer(root)
                .orElse(expected.provider().entityId())
                .equals(expected.provider().entityId())) {
            throw new SamlRefusedException(Reason.UNKNOWN_ISSUER, "the response is another provider's");
        }
        checkShape(inbound.document());
        boolean covered = XmlSignatures.of(root).isPresent();
        if (covered) {
            root = XmlSignatures.verified(root, expected.provider().signing(), SafeXml.MESSAGE_BYTES)
                    .getDocumentElement();
        }
        checkEnvelope(root, expected, covered);
        Optional<Element> encrypted = Elements.child(root, SamlNames.ASSERTION, "EncryptedAssertion");
        Element assertion = encrypted.isPresent()
                ? decrypted(encrypted.get(), expected, covered)
                : Elements.only(root, SamlNames.ASSERTION, "Assertion");
        Document believed = believed(assertion, expected, covered);
        return CheckedAssertion.of(
                KeycloakModel.read(believed, AssertionType.class),
                Optional.of(root.getAttributeNS(null, "InResponseTo")).filter(id -> !id.isEmpty()),
                expected);
    }

    private static void checkShape(Document document) {
        int assertions = Elements.count(document, SamlNames.ASSERTION, "Assertion")
                + Elements.count(document, SamlNames.ASSERTION, "EncryptedAssertion");
        if (Elements.count(document, SamlNames.PROTOCOL, "Response") != 1 || assertions > 1) {
            throw new SamlRefusedException(Reason.WRAPPED, "there is more than one response or assertion");
        }
        Element root = document.getDocumentElement();
        int inPlace = Elements.children(root, SamlNames.ASSERTION, "Assertion").size()
                + Elements.children(root, SamlNames.ASSERTION, "EncryptedAssertion")
                        .size();
        if (inPlace != assertions) {
            throw new SamlRefusedException(Reason.WRAPPED, "the assertion is not in its place");
        }
        int expected = XmlSignatures.of(root).isPresent() ? 1 : 0;
        for (Element assertion : Elements.children(root, SamlNames.ASSERTION, "Assertion")) {
            expected += XmlSignatures.of(assertion).isPresent() ? 1 : 0;
        }
        if (Elements.count(document, SamlNames.DSIG, "Signature") != expected) {
            throw new SamlRefusedException(Reason.WRAPPED, "a signature stands where none belongs");
        }
    }

    private static void checkEnvelope(Element root, Expected expected, boolean covered) {
        if (!root.getAttributeNS(null, "Version").equals("2.0")) {
            throw new SamlRefusedException(Reason.MALFORMED, "the response is not SAML 2.0");
        }
        if (!issuer(root)
                .orElse(expected.provider().entityId())
                .equals(expected.provider().entityId())) {
            throw new SamlRefusedException(Reason.UNKNOWN_ISSUER, "the response is another provider's");
        }
        String destination = root.getAttributeNS(null, "Destination");
        if (destination.isEmpty()
                ? covered
                : !destination.equals(expected.consumer().toString())) {
            throw new SamlRefusedException(Reason.WRONG_DESTINATION, "Destination is not " + expected.consumer());
        }
        Element status = Elements.only(root, SamlNames.PROTOCOL, "Status");
        Element code = Elements.only(status, SamlNames.PROTOCOL, "StatusCode");
        if (!code.getAttributeNS(null, "Value").equals(SamlNames.SUCCESS)) {
            throw new SamlRefusedException(Reason.NO_SUCCESS, "the provider answers that it did not work");
        }
    }

    private static Element decrypted(Element encrypted, Expected expected, boolean covered) {
        Document document = XmlEncryption.decrypt(encrypted, expected.keys(), covered);
        Element assertion = document.getDocumentElement();
        if (!Elements.is(assertion, SamlNames.ASSERTION, "Assertion")
                || Elements.count(document, SamlNames.ASSERTION, "Assertion") != 1
                || Elements.count(document, SamlNames.ASSERTION, "EncryptedAssertion") != 0
                || Elements.count(document, SamlNames.DSIG, "Signature")
                        != (XmlSignatures.of(assertion).isPresent() ? 1 : 0)) {
            throw new SamlRefusedException(Reason.WRAPPED, "what is encrypted is not one assertion");
        }
        return assertion;
    }

    private static Document believed(Element assertion, Expected expected, boolean covered) {
        if (XmlSignatures.of(assertion).isPresent()) {
            return XmlSignatures.verified(assertion, expected.provider().signing(), SafeXml.MESSAGE_BYTES);
        }
        if (!covered) {
            throw new SamlRefusedException(Reason.UNSIGNED, "neither the response nor the assertion is signed");
        }
        return Elements.alone(assertion);
    }

    private static Optional<String> issuer(Element root) {
        return Elements.child(root, SamlNames.ASSERTION, "Issuer").map(Elements::text);
    }
}
