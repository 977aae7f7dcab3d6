package org.preau.api.saml;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Messages of the portal's identity provider: read strictly, written signed (RSA with SHA-256). Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface SamlMessages {
    /**
     * Decodes the message of a request, by redirect or by POST, whichever it came by. Nothing of it is believed yet.
     *
     * @throws SamlRefusedException when there is none or it cannot be read
     */
    Received receive(HttpServletRequest request);

    /** The same for the body of a SOAP call. */
    Received receiveSoap(byte[] body);

    /**
     * The address that brings a message by redirect; signed over the query.
     *
     * @param signer null to leave it unsigned
     */
    URI redirect(URI location, Message message, @Nullable String relayState, @Nullable Signer signer);

    /** Answers with the page whose form brings a message by POST. */
    void post(
            HttpServletRequest request,
            HttpServletResponse response,
            URI location,
            Message message,
            @Nullable String relayState,
            @Nullable Signer signer)
            throws IOException;

    /** A message in a SOAP envelope, signed. */
    byte[] soap(Message message, Signer signer);

    /** A positive answer to a service provider: the assertion, the response around it, or both signed as told; the assertion encrypted if there is a key for it. */
    Message response(Assertion assertion, Signer signer);

    /**
     * A negative answer.
     *
     * @param status second-level status: {@code NoPassive}, {@code RequestDenied}
     */
    Message failure(String issuer, URI destination, @Nullable String inResponseTo, String status);

    /** Asks to end a session. */
    Message logoutRequest(
            String issuer, URI destination, String nameId, String nameIdFormat, @Nullable String sessionIndex);

    /** Answers a logout request. */
    Message logoutResponse(String issuer, URI destination, String inResponseTo, boolean success);

    /** Our metadata as an identity provider, signed. */
    String identityProviderMetadata(
            String entityId, List<X509Certificate> certificates, URI signOn, URI logout, Signer signer);

    /** A message on its way in, not believed yet. */
    @ProviderType
    interface Received {
        /** Who says he sends it. */
        String issuer();

        /** What it is: {@code AuthnRequest}, {@code LogoutRequest}, {@code LogoutResponse}. */
        String kind();

        /** How it came. */
        SamlBinding binding();

        /** What came along with it, empty when nothing did. */
        String relayState();

        /**
         * Checks everything.
         *
         * @param sender by its metadata
         * @param destination the address it came to
         * @param signed whether it must be signed; logout messages always must
         * @throws SamlRefusedException with the reason
         */
        SamlRequest verified(SamlParty sender, URI destination, boolean signed);
    }

    /**
     * A message on its way out.
     *
     * @param id its id
     * @param xml its text
     * @param response whether it goes as {@code SAMLResponse}, else as {@code SAMLRequest}
     * @param signed whether the text is signed already
     */
    record Message(String id, String xml, boolean response, boolean signed) {}

    /**
     * Who signs.
     *
     * @param key private key
     * @param certificate its certificate
     */
    record Signer(PrivateKey key, X509Certificate certificate) {
        @Override
        public String toString() {
            return "Signer";
        }
    }

    /**
     * What is told to a service provider.
     *
     * @param issuer our name
     * @param audience its name
     * @param consumer where it goes
     * @param inResponseTo id of its request; null when it did not ask
     * @param nameId the user's name there
     * @param nameIdFormat format of the name
     * @param sessionIndex name of this visit
     * @param authenticatedAt when the user signed in
     * @param attributes attributes by their SDET names
     * @param signAssertion whether the assertion is signed by itself
     * @param signResponse whether the response around it is signed; it is in any case when the assertion is not
     * @param encryptFor key to encrypt the assertion with; null for none
     */
    record Assertion(
            String issuer,
            String audience,
            URI consumer,
            @Nullable String inResponseTo,
            String nameId,
            String nameIdFormat,
            String sessionIndex,
            Instant authenticatedAt,
            Map<String, List<String>> attributes,
            boolean signAssertion,
            boolean signResponse,
            @Nullable PublicKey encryptFor) {
        @Override
        public String toString() {
            return "Assertion for " + audience;
        }
    }
}
