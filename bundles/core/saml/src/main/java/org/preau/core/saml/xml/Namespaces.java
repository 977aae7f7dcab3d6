package org.preau.core.saml.xml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Prefixes of an element that is taken out of its document: encrypted parts may use those of the elements around them. Signatures do not notice, exclusive canonical XML writes used ones only. */
final class Namespaces {
    private Namespaces() {}

    /** The declarations in force at an element: names of the attributes and their values. */
    static Map<String, String> around(Element element) {
        Map<String, String> declared = new LinkedHashMap<>();
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            NamedNodeMap attributes = one.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Node attribute = attributes.item(i);
                if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                    declared.putIfAbsent(attribute.getNodeName(), attribute.getNodeValue());
                }
            }
        }
        return declared;
    }

    /** Writes declarations on an element that lacks them; a default one is left alone, it would change names. */
    static void declare(Element element, Map<String, String> declared) {
        declared.forEach((name, value) -> {
            if (!name.equals("xmlns") && !element.hasAttribute(name)) {
                element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, name, value);
            }
        });
    }

    /** Reads the text of one element that uses these declarations. */
    static Document read(byte[] text, Map<String, String> declared) {
        StringBuilder around = new StringBuilder("<around");
        declared.forEach((name, value) -> around.append(' ')
                .append(name)
                .append("=\"")
                .append(value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))
                .append('"'));
        String plain = new String(text, StandardCharsets.UTF_8).replaceFirst("^\\s*<\\?xml[^>]*>", "");
        Element wrapper = SafeXml.parse(
                        (around + ">" + plain + "</around>").getBytes(StandardCharsets.UTF_8), SafeXml.MESSAGE_BYTES)
                .getDocumentElement();
        List<Element> inner = Elements.all(wrapper);
        if (inner.size() != 1) {
            throw new SamlRefusedException(Reason.MALFORMED, "what is encrypted is not one element");
        }
        Document document = SafeXml.empty();
        Element root = (Element) document.importNode(inner.get(0), true);
        document.appendChild(root);
        declare(root, declared);
        return document;
    }
}
