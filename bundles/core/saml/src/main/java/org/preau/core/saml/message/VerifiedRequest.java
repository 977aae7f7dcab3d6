package org.preau.core.saml.message;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.dom.saml.v2.assertion.NameIDType;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.api.saml.SamlRequest;
import org.preau.core.saml.xml.Elements;
import org.preau.core.saml.xml.SafeXml;
import org.preau.core.saml.xml.SamlNames;
import org.preau.core.saml.xml.XmlSignatures;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Checks a request, or the answer to a logout request: signature, sender, destination, age. */
public final class VerifiedRequest {
    private VerifiedRequest() {}

    /** The message, once everything about it is right. */
    public static SamlRequest of(Inbound inbound, SamlParty sender, URI destination, boolean signed, Instant now) {
        if (!inbound.issuer().equals(sender.entityId())) {
            throw new SamlRefusedException(Reason.UNKNOWN_ISSUER, "the message names another sender");
        }
        boolean authn = inbound.kind().equals("AuthnRequest");
        Document document = signedPart(inbound, sender, signed || !authn);
        Element root = document.getDocumentElement();
        checkEnvelope(root, sender, destination, now, inbound.binding() != SamlBinding.SOAP);
        return switch (inbound.kind()) {
            case "AuthnRequest" -> authn(KeycloakModel.read(document, AuthnRequestType.class), sender);
            case "LogoutRequest" -> logout(KeycloakModel.read(document, LogoutRequestType.class), sender, now);
            case "LogoutResponse" -> done(KeycloakModel.read(document, StatusResponseType.class), sender);
            default -> throw new SamlRefusedException(Reason.UNSUPPORTED, "this kind of message is not taken here");
        };
    }

    private static Document signedPart(Inbound inbound, SamlParty sender, boolean signed) {
        if (Elements.count(inbound.document(), SamlNames.PROTOCOL, inbound.kind()) != 1) {
            throw new SamlRefusedException(Reason.WRAPPED, "the message holds another one");
        }
        boolean enveloped = XmlSignatures.of(inbound.root()).isPresent();
        if (Elements.count(inbound.document(), SamlNames.DSIG, "Signature") != (enveloped ? 1 : 0)) {
            throw new SamlRefusedException(Reason.WRAPPED, "a signature stands where none belongs");
        }
        if (inbound.query().isPresent()) {
            inbound.query().get().verify(sender.signing());
        } else if (signed && !enveloped) {
            throw new SamlRefusedException(Reason.UNSIGNED, "the message is not signed and has to be");
        }
        return enveloped
                ? XmlSignatures.verified(inbound.root(), sender.signing(), SafeXml.MESSAGE_BYTES)
                : inbound.document();
    }

    private static void checkEnvelope(
            Element root, SamlParty sender, URI destination, Instant now, boolean throughBrowser) {
        if (!root.getAttributeNS(null, "Version").equals("2.0")) {
            throw new SamlRefusedException(Reason.MALFORMED, "the message is not SAML 2.0");
        }
        String id = root.getAttributeNS(null, "ID");
        if (id.isEmpty() || id.length() > 256) {
            throw new SamlRefusedException(Reason.MALFORMED, "the message has no id, or one beyond 256 characters");
        }
        String issuer = Elements.text(Elements.only(root, SamlNames.ASSERTION, "Issuer"));
        if (!issuer.equals(sender.entityId())) {
            throw new SamlRefusedException(Reason.UNKNOWN_ISSUER, "the message names another sender");
        }
        String written = root.getAttributeNS(null, "Destination");
        if (throughBrowser && !written.isEmpty() && !written.equals(destination.toString())) {
            throw new SamlRefusedException(
                    Reason.WRONG_DESTINATION, "Destination is another address than " + destination);
        }
        Instant issued = instant(root.getAttributeNS(null, "IssueInstant"));
        if (SamlTime.early(issued, now)) {
            throw new SamlRefusedException(Reason.NOT_YET_VALID, "IssueInstant lies ahead: are both clocks right?");
        }
        if (SamlTime.over(issued.plusSeconds(600), now)) {
            throw new SamlRefusedException(
                    Reason.EXPIRED, "the message is older than 10 minutes: are both clocks right?");
        }
    }

    private static SamlRequest.Authn authn(AuthnRequestType request, SamlParty sender) {
        if (request.getSubject() != null || request.getConditions() != null) {
            throw new SamlRefusedException(Reason.UNSUPPORTED, "requests about a certain subject are not taken");
        }
        String binding = text(request.getProtocolBinding());
        if (!binding.isEmpty() && !binding.equals(SamlBinding.POST.uri())) {
            throw new SamlRefusedException(Reason.UNSUPPORTED, "responses go by HTTP-POST only");
        }
        String format = request.getNameIDPolicy() == null
                ? ""
                : text(request.getNameIDPolicy().getFormat());
        return new SamlRequest.Authn(
                request.getID(),
                sender.entityId(),
                consumer(request, sender),
                Boolean.TRUE.equals(request.isForceAuthn()),
                Boolean.TRUE.equals(request.isIsPassive()),
                format,
                AuthnContext.offers(request.getRequestedAuthnContext()));
    }

    private static URI consumer(AuthnRequestType request, SamlParty sender) {
        List<SamlParty.Endpoint> posts = sender.consumers().stream()
                .filter(one -> one.binding() == SamlBinding.POST)
                .toList();
        URI asked = request.getAssertionConsumerServiceURL();
        Integer index = request.getAssertionConsumerServiceIndex();
        Optional<SamlParty.Endpoint> found = posts.stream()
                .filter(one -> asked == null || one.location().equals(asked))
                .filter(one -> index == null || one.index() == index)
                .findFirst();
        return found.map(SamlParty.Endpoint::location)
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.UNKNOWN_CONSUMER,
                        "the assertion consumer that the request names is not in the service's metadata (by"
                                + " HTTP-POST)"));
    }

    private static SamlRequest.Logout logout(LogoutRequestType request, SamlParty sender, Instant now) {
        NameIDType name = request.getNameID();
        if (name == null || name.getValue() == null) {
            throw new SamlRefusedException(Reason.UNSUPPORTED, "logout requests name the user by a plain NameID");
        }
        SamlTime.read(request.getNotOnOrAfter())
                .filter(end -> SamlTime.over(end, now))
                .ifPresent(end -> {
                    throw new SamlRefusedException(Reason.EXPIRED, "the logout request is over");
                });
        return new SamlRequest.Logout(
                request.getID(), sender.entityId(), name.getValue().strip(), List.copyOf(request.getSessionIndex()));
    }

    private static SamlRequest.LogoutDone done(StatusResponseType response, SamlParty sender) {
        boolean success = response.getStatus() != null
                && response.getStatus().getStatusCode() != null
                && text(response.getStatus().getStatusCode().getValue()).equals(SamlNames.SUCCESS);
        return new SamlRequest.LogoutDone(
                response.getID(), sender.entityId(), Optional.ofNullable(response.getInResponseTo()), success);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static Instant instant(String written) {
        try {
            return javax.xml.datatype.DatatypeFactory.newDefaultInstance()
                    .newXMLGregorianCalendar(written)
                    .toGregorianCalendar(java.util.TimeZone.getTimeZone("UTC"), null, null)
                    .toInstant();
        } catch (IllegalArgumentException e) {
            throw new SamlRefusedException(Reason.MALFORMED, "IssueInstant is not a time");
        }
    }
}
