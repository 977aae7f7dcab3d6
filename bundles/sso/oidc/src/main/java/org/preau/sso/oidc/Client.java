package org.preau.sso.oidc;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.preau.api.connector.Connector;

/**
 * A connector as an OpenID Connect client.
 *
 * @param connector the connector
 * @param id its {@code client.id}
 * @param nativeApp an application on the user's own device (RFC 8252): it can keep no secret
 */
record Client(Connector connector, String id, boolean nativeApp) {
    /** Key of the algorithm that signs what the client gets. */
    static final String ALGORITHM = "id.token.alg";

    /** What can stand there, the usual one first. */
    static final List<String> ALGORITHMS = List.of("RS256", "ES256");

    private static final Pattern COMMA = Pattern.compile("[,\\s]+");

    static Optional<Client> of(Connector connector) {
        return connector.protocol().equals(OidcProtocol.NAME)
                ? connector
                        .setting("client.id")
                        .map(id -> new Client(
                                connector,
                                id,
                                connector.setting("client.type").orElse("web").equals("native")))
                : Optional.empty();
    }

    /** Whether it proves who it is. */
    boolean confidential() {
        return secret().isPresent() || hasKeys();
    }

    Optional<String> secret() {
        return connector.setting("client.secret");
    }

    boolean hasKeys() {
        return jwksUrl().isPresent() || jwksFile().isPresent();
    }

    Optional<URI> jwksUrl() {
        return connector.setting("jwks.url").map(URI::create);
    }

    Optional<String> jwksFile() {
        return connector.setting("jwks.file");
    }

    /** Whether its tokens may speak to the portal's own API: the operator says so. */
    boolean mayUseApi() {
        return connector.setting("api.access").orElse("false").equals("true");
    }

    /** Whether its ID and logout tokens are signed by ES256 instead of RS256. */
    boolean wantsElliptic() {
        return connector.setting(ALGORITHM).filter(ALGORITHMS.get(1)::equals).isPresent();
    }

    List<String> redirects() {
        return list("redirect.uris");
    }

    List<String> postLogoutRedirects() {
        return list("post.logout.redirect.uris");
    }

    private List<String> list(String key) {
        return connector
                .setting(key)
                .map(text -> COMMA.splitAsStream(text)
                        .filter(each -> !each.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
