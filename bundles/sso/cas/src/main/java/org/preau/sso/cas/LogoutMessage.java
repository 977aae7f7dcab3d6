package org.preau.sso.cas;

import java.io.StringWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.preau.api.base.Ids;

/** The request by which a service is told that a session is over (CAS 3.0, appendix C). It knows the session by its ticket; the name of the user is not in it. */
final class LogoutMessage {
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";

    private LogoutMessage() {}

    static String of(String ticket, Clock clock) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("samlp", "LogoutRequest", PROTOCOL);
            xml.writeNamespace("samlp", PROTOCOL);
            xml.writeAttribute("ID", "LR-" + Ids.next());
            xml.writeAttribute("Version", "2.0");
            xml.writeAttribute(
                    "IssueInstant",
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            xml.writeStartElement("saml", "NameID", ASSERTION);
            xml.writeNamespace("saml", ASSERTION);
            xml.writeCharacters("@NOT_USED@");
            xml.writeEndElement();
            xml.writeStartElement("samlp", "SessionIndex", PROTOCOL);
            xml.writeCharacters(ticket);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
