package org.preau.sso.cas;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.preau.api.base.Ids;

/**
 * The answer to {@code samlValidate}. Not signed, as the protocol has it: the service asked for it itself over TLS. When the user signed in is not told: the time of the answer stands in its place.
 */
final class SamlXml {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:1.0:protocol";
    private static final String ASSERTION = "urn:oasis:names:tc:SAML:1.0:assertion";
    private static final String ATTRIBUTES = "http://www.ja-sig.org/products/cas/";
    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final Instant now;

    private SamlXml(Instant now) throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    static String write(Verdict verdict, String issuer, String service, String inResponseTo, Instant now) {
        try {
            SamlXml answer = new SamlXml(now);
            answer.envelope(verdict, issuer, service, inResponseTo);
            return answer.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void envelope(Verdict verdict, String issuer, String service, String inResponseTo)
            throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        start("SOAP-ENV", "Envelope", SOAP);
        xml.writeNamespace("SOAP-ENV", SOAP);
        start("SOAP-ENV", "Body", SOAP);
        start("samlp", "Response", PROTOCOL);
        xml.writeNamespace("samlp", PROTOCOL);
        xml.writeNamespace("saml", ASSERTION);
        version("ResponseID");
        if (!inResponseTo.isEmpty()) {
            xml.writeAttribute("InResponseTo", inResponseTo);
        }
        if (!service.isEmpty()) {
            xml.writeAttribute("Recipient", CasXml.clean(service));
        }
        if (verdict instanceof Verdict.Accepted accepted) {
            status("samlp:Success", "");
            assertion(accepted.grant(), issuer, service);
        } else if (verdict instanceof Verdict.Refused refused) {
            status(
                    refused.code() == Verdict.Code.INTERNAL_ERROR ? "samlp:Responder" : "samlp:RequestDenied",
                    refused.code() + ": " + refused.description());
        }
        xml.writeEndDocument();
        xml.close();
    }

    private void status(String code, String message) throws XMLStreamException {
        start("samlp", "Status", PROTOCOL);
        start("samlp", "StatusCode", PROTOCOL);
        xml.writeAttribute("Value", code);
        xml.writeEndElement();
        if (!message.isEmpty()) {
            element("samlp", "StatusMessage", PROTOCOL, message);
        }
        xml.writeEndElement();
    }

    private void assertion(Grant grant, String issuer, String service) throws XMLStreamException {
        start("saml", "Assertion", ASSERTION);
        version("AssertionID");
        xml.writeAttribute("Issuer", issuer);
        start("saml", "Conditions", ASSERTION);
        xml.writeAttribute("NotBefore", now.toString());
        xml.writeAttribute("NotOnOrAfter", now.plus(GOOD_FOR).toString());
        start("saml", "AudienceRestrictionCondition", ASSERTION);
        element("saml", "Audience", ASSERTION, service);
        xml.writeEndElement();
        xml.writeEndElement();
        start("saml", "AuthenticationStatement", ASSERTION);
        xml.writeAttribute("AuthenticationInstant", now.toString());
        xml.writeAttribute("AuthenticationMethod", "urn:oasis:names:tc:SAML:1.0:am:unspecified");
        subject(grant.userId());
        xml.writeEndElement();
        if (!grant.attributes().isEmpty()) {
            start("saml", "AttributeStatement", ASSERTION);
            subject(grant.userId());
            for (Map.Entry<String, List<String>> attribute : grant.attributes().entrySet()) {
                attribute(attribute.getKey(), attribute.getValue());
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void subject(String user) throws XMLStreamException {
        start("saml", "Subject", ASSERTION);
        element("saml", "NameIdentifier", ASSERTION, user);
        start("saml", "SubjectConfirmation", ASSERTION);
        element("saml", "ConfirmationMethod", ASSERTION, "urn:oasis:names:tc:SAML:1.0:cm:artifact");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void attribute(String name, List<String> values) throws XMLStreamException {
        start("saml", "Attribute", ASSERTION);
        xml.writeAttribute("AttributeName", CasXml.clean(name));
        xml.writeAttribute("AttributeNamespace", ATTRIBUTES);
        for (String value : values) {
            element("saml", "AttributeValue", ASSERTION, value);
        }
        xml.writeEndElement();
    }

    private void version(String idName) throws XMLStreamException {
        xml.writeAttribute(idName, "_" + Ids.next());
        xml.writeAttribute("IssueInstant", now.toString());
        xml.writeAttribute("MajorVersion", "1");
        xml.writeAttribute("MinorVersion", "1");
    }

    private void start(String prefix, String name, String namespace) throws XMLStreamException {
        xml.writeStartElement(prefix, name, namespace);
    }

    private void element(String prefix, String name, String namespace, String value) throws XMLStreamException {
        start(prefix, name, namespace);
        xml.writeCharacters(CasXml.clean(value));
        xml.writeEndElement();
    }
}
