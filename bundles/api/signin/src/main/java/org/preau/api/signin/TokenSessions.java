package org.preau.api.signin;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Who a bearer token stands for: brought by a bundle that issues tokens to mobile and API clients, used by the endpoints below {@code /api}.
 *
 * <pre>{@code
 * @Component
 * public final class AppTokens implements TokenSessions {
 *     public Optional<PortalSession> byToken(String bearer) { return tokens.find(hash(bearer)).flatMap(sessions::byId); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface TokenSessions {
    /** The session the token was issued in, if the token is valid, carries the scope {@code portal}, and neither was revoked (RFC 6750). */
    Optional<PortalSession> byToken(String bearer);
}
