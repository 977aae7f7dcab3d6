package org.preau.sso.cas;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to {@code serviceValidate} as XML (CAS 3.0, appendix A).
 *
 * <p>Attributes are in the answer to {@code /serviceValidate} too, where version 2 of the protocol had none: clients that know them (Moodle, phpCAS, most of the field's services) ask there
 * and read them there, the others step over an element they do not know.
 */
final class CasXml {
    private static final Logger log = LoggerFactory.getLogger(CasXml.class);
    private static final String NAMESPACE = "http://www.yale.edu/tp/cas";
    private static final String PREFIX = "cas";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private CasXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /**
     * The answer.
     *
     * @param failure what a refusal is called: {@code authenticationFailure}, {@code proxyFailure}
     */
    static String write(Verdict verdict, String failure) {
        try {
            CasXml answer = new CasXml();
            answer.response(verdict, failure);
            return answer.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void response(Verdict verdict, String failure) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement(PREFIX, "serviceResponse", NAMESPACE);
        xml.writeNamespace(PREFIX, NAMESPACE);
        if (verdict instanceof Verdict.Accepted accepted) {
            success(accepted);
        } else if (verdict instanceof Verdict.Issued issued) {
            xml.writeStartElement(PREFIX, "proxySuccess", NAMESPACE);
            element("proxyTicket", issued.ticket());
            xml.writeEndElement();
        } else if (verdict instanceof Verdict.Refused refused) {
            xml.writeStartElement(PREFIX, failure, NAMESPACE);
            xml.writeAttribute("code", refused.code().name());
            characters(refused.description());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void success(Verdict.Accepted accepted) throws XMLStreamException {
        Grant grant = accepted.grant();
        xml.writeStartElement(PREFIX, "authenticationSuccess", NAMESPACE);
        element("user", grant.userId());
        if (!grant.attributes().isEmpty()) {
            xml.writeStartElement(PREFIX, "attributes", NAMESPACE);
            for (Map.Entry<String, List<String>> attribute : grant.attributes().entrySet()) {
                attribute(grant.connector(), attribute.getKey(), attribute.getValue());
            }
            xml.writeEndElement();
        }
        if (accepted.iou().isPresent()) {
            element("proxyGrantingTicket", accepted.iou().get());
        }
        if (grant.proxied()) {
            xml.writeStartElement(PREFIX, "proxies", NAMESPACE);
            for (String proxy : grant.proxies()) {
                element("proxy", proxy);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String connector, String name, List<String> values) throws XMLStreamException {
        if (!NAME.matcher(name).matches()) {
            log.warn("Attribute {} of connector {} cannot be written in XML: name it otherwise", name, connector);
            return;
        }
        for (String value : values) {
            element(name, value);
        }
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(PREFIX, name, NAMESPACE);
        characters(value);
        xml.writeEndElement();
    }

    private void characters(String value) throws XMLStreamException {
        xml.writeCharacters(clean(value));
    }

    /** The value without what XML cannot hold. */
    static String clean(String value) {
        return NO_XML.matcher(value).replaceAll("");
    }
}
