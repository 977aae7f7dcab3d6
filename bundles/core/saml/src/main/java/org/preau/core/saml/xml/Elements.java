package org.preau.core.saml.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Finds elements by their place, never by their name alone. */
public final class Elements {
    private Elements() {}

    /** Children of that name. */
    public static List<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && is(element, namespace, name)) {
                found.add(element);
            }
        }
        return found;
    }

    /** All child elements. */
    static List<Element> all(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The child of that name, if there is one; two are refused. */
    public static Optional<Element> child(Element parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        if (found.size() > 1) {
            throw new SamlRefusedException(Reason.MALFORMED, "there are two " + name + " in one place");
        }
        return found.stream().findFirst();
    }

    /** The child of that name; none is refused. */
    public static Element only(Element parent, String namespace, String name) {
        return child(parent, namespace, name)
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.MALFORMED, "there is no " + name + " in " + parent.getLocalName()));
    }

    /** Takes the line breaks out of Base64 at any depth: canonical XML writes them as {@code &#xD;}, which services that read by search or compare as text stumble over. */
    static void oneLine(Element within, String namespace, String name) {
        NodeList found = within.getElementsByTagNameNS(namespace, name);
        for (int each = 0; each < found.getLength(); each++) {
            Node text = found.item(each);
            text.setTextContent(text.getTextContent().replaceAll("\\s", ""));
        }
    }

    /** How many elements of that name the document has, at any depth. */
    public static int count(Document document, String namespace, String name) {
        return document.getElementsByTagNameNS(namespace, name).getLength();
    }

    /** Whether it is an element of that name. */
    public static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** A document of its own for an element, with the prefixes it uses. */
    public static Document alone(Element element) {
        Document document = SafeXml.empty();
        Element copy = (Element) document.importNode(element, true);
        document.appendChild(copy);
        Namespaces.declare(copy, Namespaces.around(element));
        return document;
    }

    /** All its text, comments left out, stripped. */
    public static String text(Element element) {
        return element.getTextContent().strip();
    }
}
