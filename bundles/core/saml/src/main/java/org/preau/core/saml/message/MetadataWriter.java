package org.preau.core.saml.message;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlMessages.Signer;
import org.preau.core.saml.xml.SafeXml;
import org.preau.core.saml.xml.SamlNames;
import org.preau.core.saml.xml.XmlSigning;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes our own metadata, signed. */
public final class MetadataWriter {
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private MetadataWriter() {}

    /** As an identity provider. */
    public static String identityProvider(
            String entityId, List<X509Certificate> certificates, URI signOn, URI logout, Signer signer) {
        Element entity = entity(entityId);
        Element role = child(entity, "IDPSSODescriptor");
        role.setAttribute("protocolSupportEnumeration", SamlNames.PROTOCOL);
        role.setAttribute("WantAuthnRequestsSigned", "false");
        certificates.forEach(certificate -> key(role, "signing", certificate));
        service(role, "SingleLogoutService", SamlBinding.REDIRECT, logout);
        service(role, "SingleLogoutService", SamlBinding.POST, logout);
        service(role, "SingleLogoutService", SamlBinding.SOAP, logout);
        child(role, "NameIDFormat").setTextContent(SamlNames.PERSISTENT);
        child(role, "NameIDFormat").setTextContent(SamlNames.TRANSIENT);
        service(role, "SingleSignOnService", SamlBinding.REDIRECT, signOn);
        service(role, "SingleSignOnService", SamlBinding.POST, signOn);
        return signed(entity, signer);
    }

    /** As a service provider: signs its requests, wants assertions signed. */
    public static String serviceProvider(
            String entityId, List<X509Certificate> certificates, URI consumer, URI logout, Signer signer) {
        Element entity = entity(entityId);
        Element role = child(entity, "SPSSODescriptor");
        role.setAttribute("protocolSupportEnumeration", SamlNames.PROTOCOL);
        role.setAttribute("AuthnRequestsSigned", "true");
        role.setAttribute("WantAssertionsSigned", "true");
        certificates.forEach(certificate -> key(role, "signing", certificate));
        key(role, "encryption", signer.certificate());
        service(role, "SingleLogoutService", SamlBinding.REDIRECT, logout);
        service(role, "SingleLogoutService", SamlBinding.POST, logout);
        service(role, "SingleLogoutService", SamlBinding.SOAP, logout);
        Element acs = service(role, "AssertionConsumerService", SamlBinding.POST, consumer);
        acs.setAttribute("index", "0");
        acs.setAttribute("isDefault", "true");
        return signed(entity, signer);
    }

    private static String signed(Element entity, Signer signer) {
        XmlSigning.sign(entity, signer);
        return new String(KeycloakModel.canonical(entity.getOwnerDocument()), StandardCharsets.UTF_8);
    }

    private static Element entity(String entityId) {
        Document document = SafeXml.empty();
        Element entity = document.createElementNS(SamlNames.METADATA, "md:EntityDescriptor");
        entity.setAttributeNS(XMLNS, "xmlns:md", SamlNames.METADATA);
        entity.setAttribute("ID", MessageWriter.nextId());
        entity.setAttribute("entityID", entityId);
        document.appendChild(entity);
        return entity;
    }

    private static void key(Element role, String use, X509Certificate certificate) {
        Element descriptor = child(role, "KeyDescriptor");
        descriptor.setAttribute("use", use);
        Document document = role.getOwnerDocument();
        Element info = document.createElementNS(SamlNames.DSIG, "ds:KeyInfo");
        info.setAttributeNS(XMLNS, "xmlns:ds", SamlNames.DSIG);
        Element data = document.createElementNS(SamlNames.DSIG, "ds:X509Data");
        Element text = document.createElementNS(SamlNames.DSIG, "ds:X509Certificate");
        try {
            text.setTextContent(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        data.appendChild(text);
        info.appendChild(data);
        descriptor.appendChild(info);
    }

    private static Element service(Element role, String name, SamlBinding binding, URI location) {
        Element service = child(role, name);
        service.setAttribute("Binding", binding.uri());
        service.setAttribute("Location", location.toString());
        return service;
    }

    private static Element child(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(SamlNames.METADATA, "md:" + name);
        parent.appendChild(child);
        return child;
    }
}
