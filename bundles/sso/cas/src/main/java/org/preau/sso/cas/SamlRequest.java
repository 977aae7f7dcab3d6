package org.preau.sso.cas;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The SOAP message by which a client of SAML 1.1 presents a ticket (CAS 3.0, section 4.2). Exactly one ticket, exactly at its place: whatever else an envelope may hold (signatures, wrapped
 * messages) is not read. A document type is refused before anything in it could count.
 *
 * @param ticket the ticket
 * @param id how the client calls its request; empty when it does not say, or nothing that could be repeated
 */
record SamlRequest(String ticket, String id) {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:1.0:protocol";
    private static final QName REQUEST = new QName(PROTOCOL, "Request");
    private static final QName ARTIFACT = new QName(PROTOCOL, "AssertionArtifact");
    private static final List<QName> PLACE =
            List.of(new QName(SOAP, "Envelope"), new QName(SOAP, "Body"), REQUEST, ARTIFACT);
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");
    private static final int DEEPEST = 30;

    /** Reads a message; nothing when it is not one. */
    static Optional<SamlRequest> read(byte[] message) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(message)));
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<SamlRequest> read(XMLStreamReader xml) throws XMLStreamException {
        Deque<QName> path = new ArrayDeque<>();
        List<String> tickets = new ArrayList<>();
        String id = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(xml.getName());
                    if (path.size() > DEEPEST) {
                        return Optional.empty();
                    }
                    if (xml.getName().equals(REQUEST)) {
                        id = idOf(xml.getAttributeValue(null, "RequestID"));
                    } else if (xml.getName().equals(ARTIFACT)) {
                        if (!List.copyOf(path).equals(PLACE)) {
                            return Optional.empty();
                        }
                        tickets.add(text(xml));
                        path.removeLast();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.empty();
                }
                default -> {}
            }
        }
        return tickets.size() == 1 && !tickets.get(0).isEmpty()
                ? Optional.of(new SamlRequest(tickets.get(0), id))
                : Optional.empty();
    }

    /** Plain text up to the end of the element: a comment within could cut it for one reader and not for another. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int event = xml.next();
        while (event == XMLStreamConstants.CHARACTERS) {
            text.append(xml.getText());
            event = xml.next();
        }
        if (event != XMLStreamConstants.END_ELEMENT) {
            throw new XMLStreamException("a ticket is plain text");
        }
        return text.toString().strip();
    }

    private static String idOf(@Nullable String given) {
        return given != null && ID.matcher(given).matches() ? given : "";
    }
}
