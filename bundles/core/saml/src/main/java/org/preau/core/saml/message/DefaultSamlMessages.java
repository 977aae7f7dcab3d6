package org.preau.core.saml.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.pages.Pages;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlMessages;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRequest;

/** Messages of the identity provider: Keycloak's model for what they say, this Java's XML signatures for who says it. */
@Component
public final class DefaultSamlMessages implements SamlMessages {
    private final Pages pages;
    private final Clock clock;
    private final MessageWriter writer;
    private final AssertionWriter assertions;

    /** For the service registry. */
    @Activate
    public DefaultSamlMessages(@Reference Pages pages, @Reference Clock clock) {
        this.pages = pages;
        this.clock = clock;
        this.writer = new MessageWriter(clock);
        this.assertions = new AssertionWriter(clock);
    }

    @Override
    public Received receive(HttpServletRequest request) {
        return new Came(Inbound.of(request));
    }

    @Override
    public Received receiveSoap(byte[] body) {
        return new Came(Inbound.ofSoap(body));
    }

    @Override
    public URI redirect(URI location, Message message, @Nullable String relayState, @Nullable Signer signer) {
        return Outbound.redirect(location, message, relayState, signer);
    }

    @Override
    public void post(
            HttpServletRequest request,
            HttpServletResponse response,
            URI location,
            Message message,
            @Nullable String relayState,
            @Nullable Signer signer)
            throws IOException {
        Outbound.post(response, location, message, relayState, signer, pages.localeOf(request));
    }

    @Override
    public byte[] soap(Message message, Signer signer) {
        return Outbound.soap(message, signer);
    }

    @Override
    public Message response(Assertion assertion, Signer signer) {
        return assertions.write(assertion, signer);
    }

    @Override
    public Message failure(String issuer, URI destination, @Nullable String inResponseTo, String status) {
        return writer.failure(issuer, destination, inResponseTo, status);
    }

    @Override
    public Message logoutRequest(
            String issuer, URI destination, String nameId, String nameIdFormat, @Nullable String sessionIndex) {
        return writer.logoutRequest(issuer, destination, nameId, nameIdFormat, sessionIndex);
    }

    @Override
    public Message logoutResponse(String issuer, URI destination, String inResponseTo, boolean success) {
        return writer.logoutResponse(issuer, destination, inResponseTo, success);
    }

    @Override
    public String identityProviderMetadata(
            String entityId, List<X509Certificate> certificates, URI signOn, URI logout, Signer signer) {
        return MetadataWriter.identityProvider(entityId, certificates, signOn, logout, signer);
    }

    private final class Came implements Received {
        private final Inbound inbound;

        private Came(Inbound inbound) {
            this.inbound = inbound;
        }

        @Override
        public String issuer() {
            return inbound.issuer();
        }

        @Override
        public String kind() {
            return inbound.kind();
        }

        @Override
        public SamlBinding binding() {
            return inbound.binding();
        }

        @Override
        public String relayState() {
            return inbound.relayState();
        }

        @Override
        public SamlRequest verified(SamlParty sender, URI destination, boolean signed) {
            return VerifiedRequest.of(inbound, sender, destination, signed, clock.instant());
        }
    }
}
