package org.preau.core.saml.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML of strangers with this Java's own parser, whatever others the framework holds: no document type, no entity, bounded in size, depth and attributes, no id twice. */
public final class SafeXml {
    /** The longest message, in bytes. */
    public static final int MESSAGE_BYTES = 256 * 1024;
    /** The longest metadata, in bytes. */
    public static final int METADATA_BYTES = 2 * 1024 * 1024;

    private static final int DEPTH = 40;
    private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";
    private static final DocumentBuilderFactory FACTORY = factory();
    /** To make a parser takes as long as to read a message with it. */
    private static final ArrayBlockingQueue<DocumentBuilder> IDLE = new ArrayBlockingQueue<>(16);

    private SafeXml() {}

    /** Reads a document of at most so many bytes. */
    public static Document parse(byte[] xml, int most) {
        if (xml.length > most) {
            throw new SamlRefusedException(Reason.TOO_LARGE, "the message has more than " + most + " bytes");
        }
        Document document;
        DocumentBuilder builder = builder();
        try {
            document = builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException e) {
            throw refused(e);
        } catch (IOException | RuntimeException e) {
            throw new SamlRefusedException(Reason.MALFORMED, "the message is not XML that can be read");
        } finally {
            builder.reset();
            IDLE.offer(builder);
        }
        check(document.getDocumentElement(), 1, new HashSet<>());
        return document;
    }

    /** An empty document. */
    public static Document empty() {
        DocumentBuilder builder = builder();
        try {
            return builder.newDocument();
        } finally {
            IDLE.offer(builder);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilder builder = IDLE.poll();
            if (builder == null) {
                synchronized (FACTORY) {
                    builder = FACTORY.newDocumentBuilder();
                }
            }
            builder.setErrorHandler(new Silent());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SamlRefusedException refused(SAXException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("DOCTYPE")) {
            return new SamlRefusedException(Reason.DOCTYPE, "the message brings a document type");
        }
        if (message.contains("JAXP0")) {
            return new SamlRefusedException(Reason.TOO_LARGE, "the message is deeper or wider than any honest one");
        }
        return new SamlRefusedException(Reason.MALFORMED, "the message is not XML that can be read");
    }

    private static void check(Element element, int depth, Set<String> ids) {
        if (depth > DEPTH) {
            throw new SamlRefusedException(Reason.TOO_LARGE, "the message is deeper than any honest one");
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String name = attribute.getLocalName() == null ? attribute.getNodeName() : attribute.getLocalName();
            boolean id = attribute.getNamespaceURI() == null
                    ? name.equalsIgnoreCase("id")
                    : name.equals("id") && XMLConstants.XML_NS_URI.equals(attribute.getNamespaceURI());
            if (id && !ids.add(attribute.getNodeValue())) {
                throw new SamlRefusedException(Reason.WRAPPED, "two elements have the same id");
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                check(inner, depth + 1, ids);
            } else if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
                throw new SamlRefusedException(Reason.MALFORMED, "the message holds a processing instruction");
            }
        }
    }

    private static DocumentBuilderFactory factory() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute(LIMITS + "maxElementDepth", Integer.toString(DEPTH));
            factory.setAttribute(LIMITS + "elementAttributeLimit", "64");
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java's XML parser lacks a safety feature", e);
        }
    }

    /** Nothing to standard error; what is wrong is thrown. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
