package org.preau.core.saml.xml;

import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Verifies the signature that an element carries of itself. What comes out is not the element but a document read from the very bytes that were digested: whatever else the message holds is gone,
 * so that nothing but what was signed can be read afterwards. Keys are those given; a KeyInfo is never looked at.
 */
public final class XmlSignatures {
    private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    private XmlSignatures() {}

    /** The element's own signature, its direct child. */
    public static Optional<Element> of(Element element) {
        return Elements.child(element, SamlNames.DSIG, "Signature");
    }

    /**
     * The element as it was signed.
     *
     * @throws SamlRefusedException {@code WEAK_ALGORITHM}, {@code WRAPPED} when the signature covers something else, {@code BAD_SIGNATURE}
     */
    public static Document verified(Element element, List<PublicKey> keys, int most) {
        Element signature = of(element)
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.UNSIGNED, element.getLocalName() + " is not signed and has to be"));
        String id = element.getAttributeNS(null, "ID");
        checkForm(signature, id);
        element.setIdAttributeNS(null, "ID", true);
        for (PublicKey key : keys) {
            Optional<byte[]> signed = validate(signature, key);
            if (signed.isPresent()) {
                return same(SafeXml.parse(signed.get(), most), element, id);
            }
        }
        throw new SamlRefusedException(
                Reason.BAD_SIGNATURE,
                keys.isEmpty()
                        ? "the metadata has no key that could verify the signature"
                        : "the signature is not by a key of the metadata, or what it covers was changed");
    }

    private static Document same(Document signed, Element element, String id) {
        Element root = signed.getDocumentElement();
        String namespace = element.getNamespaceURI();
        if (namespace == null
                || !Elements.is(root, namespace, element.getLocalName())
                || !root.getAttributeNS(null, "ID").equals(id)) {
            throw new SamlRefusedException(Reason.WRAPPED, "the signature covers something else");
        }
        return signed;
    }

    private static void checkForm(Element signature, String id) {
        Element info = Elements.only(signature, SamlNames.DSIG, "SignedInfo");
        require(
                Algorithms.CANONICAL,
                Elements.only(info, SamlNames.DSIG, "CanonicalizationMethod"),
                "canonicalisation");
        require(Algorithms.SIGNATURES.keySet(), Elements.only(info, SamlNames.DSIG, "SignatureMethod"), "signature");
        Element reference = Elements.only(info, SamlNames.DSIG, "Reference");
        if (id.isEmpty() || !reference.getAttributeNS(null, "URI").equals("#" + id)) {
            throw new SamlRefusedException(Reason.WRAPPED, "the signature covers something else");
        }
        require(Algorithms.DIGESTS, Elements.only(reference, SamlNames.DSIG, "DigestMethod"), "digest");
        List<String> transforms =
                Elements.children(Elements.only(reference, SamlNames.DSIG, "Transforms"), SamlNames.DSIG, "Transform")
                        .stream()
                        .map(one -> one.getAttributeNS(null, "Algorithm"))
                        .toList();
        if (!transforms.equals(List.of(ENVELOPED, SamlNames.EXCLUSIVE))) {
            throw new SamlRefusedException(
                    Reason.WEAK_ALGORITHM, "the signature transforms what it covers otherwise than SAML allows");
        }
        if (!Elements.children(signature, SamlNames.DSIG, "Object").isEmpty()) {
            throw new SamlRefusedException(Reason.WRAPPED, "the signature holds an object");
        }
    }

    private static void require(java.util.Set<String> taken, Element method, String what) {
        String algorithm = method.getAttributeNS(null, "Algorithm");
        if (!taken.contains(algorithm)) {
            throw new SamlRefusedException(
                    Reason.WEAK_ALGORITHM,
                    "the " + what + " algorithm "
                            + algorithm
                                    .substring(0, Math.min(80, algorithm.length()))
                                    .replaceAll("\\p{Cntrl}", "?")
                            + " is not taken");
        }
    }

    private static Optional<byte[]> validate(Node signature, PublicKey key) {
        try {
            DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
            context.setProperty("javax.xml.crypto.dsig.cacheReference", Boolean.TRUE);
            XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            if (!read.validate(context)) {
                return Optional.empty();
            }
            Reference reference = read.getSignedInfo().getReferences().get(0);
            try (InputStream digested = reference.getDigestInputStream()) {
                return Optional.of(digested.readAllBytes());
            }
        } catch (MarshalException | XMLSignatureException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
