package org.preau.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The portal's own address, from configuration ({@code public.url}) alone: never from the Host header.
 *
 * @since 1.0
 */
@ProviderType
public interface PublicAddress {
    /** Scheme, host and port without a slash at the end: {@code https://ent.example}. */
    URI origin();

    /** An absolute address in the portal. */
    default String absolute(String path) {
        return origin() + path;
    }

    /** Whether the portal is reached over https: cookies are Secure then. */
    default boolean secure() {
        return "https".equals(origin().getScheme());
    }

    /** The client's address: that of the connection, or the one a configured trusted proxy tells. */
    String clientOf(HttpServletRequest request);

    /**
     * The path and query to go on to after a detour such as sign-in: {@code wanted} if it is a path of this portal, else {@code "/"}. Closes open redirects: a scheme, a host, a
     * backslash, a control character or two leading slashes are refused.
     */
    String safeReturn(@org.jspecify.annotations.Nullable String wanted);
}
