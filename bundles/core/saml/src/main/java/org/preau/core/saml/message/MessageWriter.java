package org.preau.core.saml.message;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.keycloak.dom.saml.v2.assertion.NameIDType;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.dom.saml.v2.protocol.NameIDPolicyType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusCodeType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusType;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlMessages.Message;
import org.preau.core.saml.xml.SamlNames;
import org.w3c.dom.Document;

/** Writes our messages but for assertions; none of these is signed yet. */
public final class MessageWriter {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;

    /** With that clock. */
    public MessageWriter(Clock clock) {
        this.clock = clock;
    }

    /** 160 random bits, as an XML id. */
    public static String nextId() {
        byte[] bits = new byte[20];
        RANDOM.nextBytes(bits);
        return "_" + HexFormat.of().formatHex(bits);
    }

    /** Asks an identity provider who is there. */
    public Message authnRequest(String id, String issuer, URI destination, URI consumer, boolean force) {
        AuthnRequestType request = new AuthnRequestType(id, SamlTime.of(clock.instant()));
        request.setIssuer(name(issuer));
        request.setDestination(destination);
        request.setAssertionConsumerServiceURL(consumer);
        request.setProtocolBinding(URI.create(SamlBinding.POST.uri()));
        if (force) {
            request.setForceAuthn(true);
        }
        NameIDPolicyType policy = new NameIDPolicyType();
        policy.setAllowCreate(true);
        request.setNameIDPolicy(policy);
        return message(id, KeycloakModel.write(request), false, false);
    }

    Message failure(String issuer, URI destination, @Nullable String inResponseTo, String status) {
        String id = nextId();
        ResponseType response = new ResponseType(id, SamlTime.of(clock.instant()));
        fill(response, issuer, destination, inResponseTo);
        StatusCodeType top = code("Responder");
        top.setStatusCode(code(status));
        StatusType whole = new StatusType();
        whole.setStatusCode(top);
        response.setStatus(whole);
        return message(id, KeycloakModel.write(response), true, false);
    }

    /** Asks to end a session. */
    public Message logoutRequest(
            String issuer, URI destination, String nameId, String nameIdFormat, @Nullable String sessionIndex) {
        String id = nextId();
        Instant now = clock.instant();
        LogoutRequestType request = new LogoutRequestType(id, SamlTime.of(now));
        request.setIssuer(name(issuer));
        request.setDestination(destination);
        request.setNotOnOrAfter(SamlTime.of(now.plusSeconds(300)));
        NameIDType name = name(nameId);
        if (!nameIdFormat.isEmpty()) {
            name.setFormat(URI.create(nameIdFormat));
        }
        request.setNameID(name);
        if (sessionIndex != null) {
            request.addSessionIndex(sessionIndex);
        }
        return message(id, KeycloakModel.write(request), false, false);
    }

    /** Answers a logout request. */
    public Message logoutResponse(String issuer, URI destination, String inResponseTo, boolean success) {
        String id = nextId();
        StatusResponseType response = new StatusResponseType(id, SamlTime.of(clock.instant()));
        fill(response, issuer, destination, inResponseTo);
        response.setStatus(status(success ? "Success" : "Responder"));
        return message(id, KeycloakModel.writeLogoutResponse(response), true, false);
    }

    static void fill(StatusResponseType response, String issuer, URI destination, @Nullable String inResponseTo) {
        response.setIssuer(name(issuer));
        response.setDestination(destination.toString());
        if (inResponseTo != null) {
            response.setInResponseTo(inResponseTo);
        }
    }

    static StatusType status(String code) {
        StatusType status = new StatusType();
        status.setStatusCode(code(code));
        return status;
    }

    static NameIDType name(String value) {
        NameIDType name = new NameIDType();
        name.setValue(value);
        return name;
    }

    static Message message(String id, Document document, boolean response, boolean signed) {
        return new Message(id, new String(KeycloakModel.canonical(document), StandardCharsets.UTF_8), response, signed);
    }

    private static StatusCodeType code(String status) {
        StatusCodeType code = new StatusCodeType();
        code.setValue(URI.create(SamlNames.STATUS + status));
        return code;
    }
}
