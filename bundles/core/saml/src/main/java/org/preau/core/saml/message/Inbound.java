package org.preau.core.saml.message;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.xml.Elements;
import org.preau.core.saml.xml.SafeXml;
import org.preau.core.saml.xml.SamlNames;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A message as it came, decoded and well-formed, not believed.
 *
 * @param document the message
 * @param binding how it came
 * @param relayState what came along, empty when nothing did
 * @param query the signature over the query, for messages that came by redirect and bring one
 */
public record Inbound(Document document, SamlBinding binding, String relayState, Optional<QuerySignature> query) {
    private static final int RELAY_STATE = 2_000;

    /** Takes the message of a request: {@code SAMLRequest} or {@code SAMLResponse}, never both, never twice. */
    public static Inbound of(HttpServletRequest request) {
        boolean redirect = request.getMethod().equals("GET");
        String asked = one(request, "SAMLRequest");
        String answered = one(request, "SAMLResponse");
        if (asked.isEmpty() == answered.isEmpty()) {
            throw new SamlRefusedException(Reason.MALFORMED, "there is no SAML message, or there are two");
        }
        String relayState = one(request, "RelayState");
        if (relayState.length() > RELAY_STATE) {
            throw new SamlRefusedException(Reason.TOO_LARGE, "RelayState has more than " + RELAY_STATE + " characters");
        }
        byte[] raw = base64(asked.isEmpty() ? answered : asked);
        byte[] xml = redirect ? inflate(raw) : raw;
        return new Inbound(
                SafeXml.parse(xml, SafeXml.MESSAGE_BYTES),
                redirect ? SamlBinding.REDIRECT : SamlBinding.POST,
                relayState,
                redirect ? QuerySignature.of(request.getQueryString()) : Optional.empty());
    }

    /** Takes the message out of a SOAP envelope. */
    public static Inbound ofSoap(byte[] body) {
        Document envelope = SafeXml.parse(body, SafeXml.MESSAGE_BYTES);
        Element root = envelope.getDocumentElement();
        if (!Elements.is(root, SamlNames.SOAP, "Envelope")) {
            throw new SamlRefusedException(Reason.MALFORMED, "the call is not a SOAP envelope");
        }
        Element soapBody = Elements.only(root, SamlNames.SOAP, "Body");
        for (org.w3c.dom.Node child = soapBody.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element message) {
                return new Inbound(Elements.alone(message), SamlBinding.SOAP, "", Optional.empty());
            }
        }
        throw new SamlRefusedException(Reason.MALFORMED, "the SOAP envelope is empty");
    }

    /** Its root element. */
    public Element root() {
        return document.getDocumentElement();
    }

    /** What it is. */
    public String kind() {
        return SamlNames.PROTOCOL.equals(root().getNamespaceURI()) ? root().getLocalName() : "";
    }

    /** Who says he sent it; empty when it does not tell. */
    public String issuer() {
        return Elements.child(root(), SamlNames.ASSERTION, "Issuer")
                .map(Elements::text)
                .orElse("");
    }

    private static String one(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values == null) {
            return "";
        }
        if (values.length > 1) {
            throw new SamlRefusedException(Reason.MALFORMED, name + " is there more than once");
        }
        return values[0];
    }

    private static byte[] base64(String text) {
        if (text.length() > SafeXml.MESSAGE_BYTES * 2) {
            throw new SamlRefusedException(Reason.TOO_LARGE, "the message is larger than any honest one");
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new SamlRefusedException(Reason.MALFORMED, "the message is not base64");
        }
    }

    private static byte[] inflate(byte[] deflated) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream inflated = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new SamlRefusedException(Reason.MALFORMED, "the message is not deflated as it should be");
                }
                inflated.write(buffer, 0, read);
                if (inflated.size() > SafeXml.MESSAGE_BYTES) {
                    throw new SamlRefusedException(Reason.TOO_LARGE, "the message inflates beyond any honest one");
                }
            }
            return inflated.toByteArray();
        } catch (DataFormatException e) {
            throw new SamlRefusedException(Reason.MALFORMED, "the message is not deflated as it should be");
        } finally {
            inflater.end();
        }
    }
}
