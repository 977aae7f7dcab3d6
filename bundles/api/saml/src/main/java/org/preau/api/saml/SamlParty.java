package org.preau.api.saml;

import java.net.URI;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The other side, as its metadata tells: an identity provider or a service provider.
 *
 * @param entityId its name
 * @param signing keys that verify what it signs
 * @param encryption key to encrypt for it
 * @param signOn where an identity provider takes requests
 * @param consumers where a service provider takes responses, the preferred one first
 * @param logout where it takes logout messages
 * @param signsRequests a service provider: its requests are always signed
 * @param wantsSignedRequests an identity provider: takes signed requests only
 * @param wantsSignedAssertions a service provider: wants the assertion itself signed
 * @param validUntil when the metadata ends, if it tells
 * @since 1.0
 */
public record SamlParty(
        String entityId,
        List<PublicKey> signing,
        Optional<PublicKey> encryption,
        List<Endpoint> signOn,
        List<Endpoint> consumers,
        List<Endpoint> logout,
        boolean signsRequests,
        boolean wantsSignedRequests,
        boolean wantsSignedAssertions,
        Optional<Instant> validUntil) {
    /** Keeps its own copies. */
    public SamlParty {
        signing = List.copyOf(signing);
        signOn = List.copyOf(signOn);
        consumers = List.copyOf(consumers);
        logout = List.copyOf(logout);
    }

    /**
     * Where messages go.
     *
     * @param binding how
     * @param location address
     * @param responses address for answers; the same unless the metadata has another
     * @param index its number, -1 for none
     */
    public record Endpoint(SamlBinding binding, URI location, URI responses, int index) {}

    /** The first of these endpoints with that binding. */
    public static Optional<Endpoint> by(List<Endpoint> endpoints, SamlBinding binding) {
        return endpoints.stream().filter(one -> one.binding() == binding).findFirst();
    }
}
