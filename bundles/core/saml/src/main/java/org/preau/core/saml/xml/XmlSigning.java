package org.preau.core.saml.xml;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.preau.api.saml.SamlMessages.Signer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Signs elements of our own: RSA with SHA-256, enveloped, the certificate in KeyInfo for those who look there. */
public final class XmlSigning {
    /** Looked up once: it holds nothing but the provider that makes the parts, each anew for each signature since those are not for two threads. */
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    private XmlSigning() {}

    /** Signs the element by its attribute {@code ID}; the signature stands where SAML wants it: after the issuer in messages and assertions, first in metadata. */
    public static void sign(Element element, Signer signer) {
        element.setIdAttributeNS(null, "ID", true);
        try {
            Reference reference = FACTORY.newReference(
                    "#" + element.getAttributeNS(null, "ID"),
                    FACTORY.newDigestMethod("http://www.w3.org/2001/04/xmlenc#sha256", null),
                    List.of(
                            FACTORY.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            FACTORY.newTransform(SamlNames.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            SignedInfo info = FACTORY.newSignedInfo(
                    FACTORY.newCanonicalizationMethod(SamlNames.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    FACTORY.newSignatureMethod(Algorithms.RSA_SHA256, null),
                    List.of(reference));
            KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
            KeyInfo key = keys.newKeyInfo(List.of(keys.newX509Data(List.of(signer.certificate()))));
            Node next = place(element);
            DOMSignContext context = next == null
                    ? new DOMSignContext(signer.key(), element)
                    : new DOMSignContext(signer.key(), element, next);
            context.setDefaultNamespacePrefix("ds");
            FACTORY.newXMLSignature(info, key).sign(context);
            Element made = (Element) (next == null ? element.getLastChild() : next.getPreviousSibling());
            Elements.oneLine(made, SamlNames.DSIG, "SignatureValue");
            Elements.oneLine(made, SamlNames.DSIG, "X509Certificate");
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("a message of ours could not be signed", e);
        }
    }

    private static @Nullable Node place(Element element) {
        return Elements.child(element, SamlNames.ASSERTION, "Issuer")
                .map(Node::getNextSibling)
                .orElseGet(element::getFirstChild);
    }
}
