package org.preau.core.saml.metadata;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeFactory;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlParties.Role;
import org.preau.api.saml.SamlParties.Source;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.xml.Elements;
import org.preau.core.saml.xml.SafeXml;
import org.preau.core.saml.xml.SamlNames;
import org.preau.core.saml.xml.XmlSignatures;
import org.w3c.dom.Element;

/** Reads a metadata document: one entity, or the one wanted out of several. What it does not know it leaves aside, as metadata of real services is full of extensions. */
final class MetadataReader {
    private MetadataReader() {}

    /**
     * The party.
     *
     * @param trusted the key that must have signed the document; none for documents that need no signature
     */
    static SamlParty read(byte[] document, Source source, Optional<PublicKey> trusted, Instant now) {
        Element root = SafeXml.parse(document, SafeXml.METADATA_BYTES).getDocumentElement();
        if (trusted.isPresent()) {
            root = XmlSignatures.verified(root, List.of(trusted.get()), SafeXml.METADATA_BYTES)
                    .getDocumentElement();
        }
        Element entity = entity(root, source);
        String name = source.role() == Role.IDENTITY_PROVIDER ? "IDPSSODescriptor" : "SPSSODescriptor";
        Element role = Elements.children(entity, SamlNames.METADATA, name).stream()
                .filter(one -> (" " + one.getAttribute("protocolSupportEnumeration") + " ")
                        .contains(" " + SamlNames.PROTOCOL + " "))
                .findFirst()
                .orElseThrow(() -> refused("the metadata has no " + name + " for SAML 2.0"));
        Optional<Instant> until = Stream.of(root, entity, role)
                .map(one -> one.getAttribute("validUntil"))
                .filter(written -> !written.isEmpty())
                .map(MetadataReader::instant)
                .min(Instant::compareTo);
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            throw new SamlRefusedException(Reason.EXPIRED, "the metadata is valid until " + until.get() + " only");
        }
        List<PublicKey> signing = keys(role, "signing");
        if (source.role() == Role.IDENTITY_PROVIDER && signing.isEmpty()) {
            throw refused("the metadata has no key for signatures");
        }
        return new SamlParty(
                entity.getAttribute("entityID"),
                signing,
                keys(role, "encryption").stream().findFirst(),
                endpoints(role, "SingleSignOnService"),
                endpoints(role, "AssertionConsumerService"),
                endpoints(role, "SingleLogoutService"),
                flag(role, "AuthnRequestsSigned"),
                flag(role, "WantAuthnRequestsSigned"),
                flag(role, "WantAssertionsSigned"),
                until);
    }

    private static Element entity(Element root, Source source) {
        List<Element> entities = new ArrayList<>();
        if (Elements.is(root, SamlNames.METADATA, "EntityDescriptor")) {
            entities.add(root);
        } else if (Elements.is(root, SamlNames.METADATA, "EntitiesDescriptor")) {
            entities.addAll(Elements.children(root, SamlNames.METADATA, "EntityDescriptor"));
        }
        entities.removeIf(one -> source.entityId()
                .filter(wanted -> !wanted.equals(one.getAttribute("entityID")))
                .isPresent());
        if (entities.size() != 1 || entities.get(0).getAttribute("entityID").isEmpty()) {
            throw refused(
                    entities.isEmpty()
                            ? "the document describes nobody of that name"
                            : "the document describes several: name the one wanted");
        }
        return entities.get(0);
    }

    private static List<PublicKey> keys(Element role, String use) {
        List<PublicKey> keys = new ArrayList<>();
        for (Element descriptor : Elements.children(role, SamlNames.METADATA, "KeyDescriptor")) {
            String told = descriptor.getAttribute("use");
            if (told.isEmpty() || told.equals(use)) {
                Elements.children(descriptor, SamlNames.DSIG, "KeyInfo").stream()
                        .flatMap(info -> Elements.children(info, SamlNames.DSIG, "X509Data").stream())
                        .flatMap(data -> Elements.children(data, SamlNames.DSIG, "X509Certificate").stream())
                        .map(certificate -> key(Elements.text(certificate)))
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static PublicKey key(String base64) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)))
                    .getPublicKey();
        } catch (CertificateException | IllegalArgumentException e) {
            throw refused("a certificate in the metadata cannot be read");
        }
    }

    /** Preferred ones first; those by bindings that are not spoken here are left out. */
    private static List<SamlParty.Endpoint> endpoints(Element role, String name) {
        List<SamlParty.Endpoint> preferred = new ArrayList<>();
        List<SamlParty.Endpoint> others = new ArrayList<>();
        for (Element element : Elements.children(role, SamlNames.METADATA, name)) {
            SamlBinding.of(element.getAttribute("Binding")).ifPresent(binding -> {
                URI location = address(element.getAttribute("Location"));
                String responses = element.getAttribute("ResponseLocation");
                String index = element.getAttribute("index");
                (flag(element, "isDefault") ? preferred : others)
                        .add(new SamlParty.Endpoint(
                                binding,
                                location,
                                responses.isEmpty() ? location : address(responses),
                                index.matches("\\d{1,5}") ? Integer.parseInt(index) : -1));
            });
        }
        preferred.addAll(others);
        return preferred;
    }

    private static URI address(String written) {
        URI address;
        try {
            address = URI.create(written.strip());
        } catch (IllegalArgumentException e) {
            throw refused("an address in the metadata is none");
        }
        if (!("https".equals(address.getScheme()) || "http".equals(address.getScheme())) || address.getHost() == null) {
            throw refused("an address in the metadata is neither https nor http");
        }
        return address;
    }

    private static boolean flag(Element element, String name) {
        String value = element.getAttribute(name);
        return value.equals("true") || value.equals("1");
    }

    private static Instant instant(String written) {
        try {
            return DatatypeFactory.newDefaultInstance()
                    .newXMLGregorianCalendar(written)
                    .toGregorianCalendar(java.util.TimeZone.getTimeZone("UTC"), null, null)
                    .toInstant();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw refused("validUntil is not a time");
        }
    }

    private static SamlRefusedException refused(String why) {
        return new SamlRefusedException(Reason.MALFORMED, why);
    }
}
