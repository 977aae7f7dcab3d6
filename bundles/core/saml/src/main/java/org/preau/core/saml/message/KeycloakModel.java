package org.preau.core.saml.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.dom.DOMResult;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.common.exceptions.ParsingException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.core.parsers.saml.SAMLParser;
import org.keycloak.saml.processing.core.saml.v2.writers.SAMLRequestWriter;
import org.keycloak.saml.processing.core.saml.v2.writers.SAMLResponseWriter;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.xml.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Between documents and Keycloak's typed messages. Its parser looks for a StAX factory by the thread's class loader: it is given its own here. */
final class KeycloakModel {
    static {
        Init.init();
    }

    private KeycloakModel() {}

    /**
     * The typed form of a document that was read by {@link SafeXml} and verified.
     *
     * @throws SamlRefusedException when it is not such a message
     */
    static <T> T read(Document document, Class<T> type) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SAMLParser.class.getClassLoader());
        try {
            Object read = SAMLParser.getInstance().parse(new ByteArrayInputStream(canonical(document)));
            if (type.isInstance(read)) {
                return type.cast(read);
            }
            throw new SamlRefusedException(Reason.MALFORMED, "the message is not what is taken here");
        } catch (ParsingException | IllegalArgumentException | NullPointerException | ClassCastException e) {
            throw new SamlRefusedException(Reason.MALFORMED, "the message is not as SAML 2.0 writes it");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    static Document write(ResponseType response) {
        return written(writer -> new SAMLResponseWriter(writer).write(response));
    }

    static Document write(AuthnRequestType request) {
        return written(writer -> new SAMLRequestWriter(writer).write(request));
    }

    static Document write(LogoutRequestType request) {
        return written(writer -> new SAMLRequestWriter(writer).write(request));
    }

    static Document writeLogoutResponse(org.keycloak.dom.saml.v2.protocol.StatusResponseType response) {
        return written(writer -> new SAMLResponseWriter(writer)
                .write(
                        response,
                        new javax.xml.namespace.QName(
                                JBossSAMLURIConstants.PROTOCOL_NSURI.get(), "LogoutResponse", "samlp")));
    }

    /** The document as text that keeps its signatures. */
    static byte[] canonical(Node document) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS).canonicalizeSubtree(document, bytes);
            return bytes.toByteArray();
        } catch (XMLSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document written(Writing writing) {
        try {
            Document document = SafeXml.empty();
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new DOMResult(document));
            writing.to(writer);
            writer.flush();
            return document;
        } catch (XMLStreamException | ProcessingException e) {
            throw new IllegalStateException("a message of ours could not be written", e);
        }
    }

    private interface Writing {
        void to(XMLStreamWriter writer) throws ProcessingException;
    }
}
