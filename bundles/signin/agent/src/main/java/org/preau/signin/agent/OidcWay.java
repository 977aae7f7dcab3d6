package org.preau.signin.agent;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.http.PublicAddress;

/** The counter by OpenID Connect. */
final class OidcWay {
    private final Provider provider;
    private final OidcClient client;
    private final URI back;

    OidcWay(AgentConfig config, OutgoingCalls calls, PublicAddress address, Clock clock) {
        if (config.client_id().isBlank()) {
            throw new IllegalArgumentException("org.preau.signin.agent: client.id is needed");
        }
        this.provider = new Provider(config.issuer(), calls, clock);
        this.client = new OidcClient(config, provider, calls, URI.create(address.absolute(AgentCounter.CALLBACK)));
        this.back = URI.create(address.absolute("/signin"));
    }

    boolean available() {
        return !provider.down();
    }

    OidcClient client() {
        return client;
    }

    /** Where a sign-out goes, with the token of the session, if the provider has such an address. */
    Optional<URI> farewell(Supplier<Optional<String>> proof) {
        return provider.endSession().flatMap(end -> proof.get().map(token -> client.farewell(end, token, back)));
    }
}
