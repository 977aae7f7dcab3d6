package org.preau.api.connector;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address, or all addresses below a path, of a service: {@code scheme://host[:port]/path/*}. Scheme, host and port must be the same to the letter (case apart); {@code *} stands at the end of
 * the path only and is compared after normalisation; https, but for loopback hosts. Query and fragment of an address do not count.
 *
 * @param scheme {@code https}, or {@code http} for a loopback host
 * @param host host in lower case
 * @param port port, the scheme's own where none is written
 * @param path path, without the star
 * @param below whether any path below matches
 * @since 1.0
 */
public record ServicePattern(String scheme, String host, int port, String path, boolean below) {
    private static final Pattern LOOPBACK_4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    /**
     * Reads a pattern from configuration.
     *
     * @throws IllegalArgumentException with a message for the operator when it is no such pattern
     */
    public static ServicePattern parse(String text) {
        String pattern = text.strip();
        boolean below = pattern.endsWith("*");
        String address = below ? pattern.substring(0, pattern.length() - 1) : pattern;
        if (address.indexOf('*') >= 0) {
            throw new IllegalArgumentException("service address " + text + ": * may stand at the end of the path only");
        }
        if (address.indexOf('?') >= 0 || address.indexOf('#') >= 0) {
            throw new IllegalArgumentException(
                    "service address " + text + ": end it before the ? or #, queries and fragments are not compared");
        }
        Parts parts = Parts.of(address);
        if (parts == null) {
            throw new IllegalArgumentException("service address " + text + ": want scheme://host[:port]/path/*");
        }
        if (below && !address.endsWith("/")) {
            throw new IllegalArgumentException("service address " + text + ": write a slash before the *");
        }
        if (!parts.scheme().equals("https") && !loopback(parts.host())) {
            throw new IllegalArgumentException("service address " + text + ": want https, http is for loopback hosts");
        }
        return new ServicePattern(parts.scheme(), parts.host(), parts.port(), parts.path(), below);
    }

    /** Whether an address given by a browser or a service is one of these. */
    public boolean matches(String address) {
        Parts parts = Parts.of(address);
        return parts != null
                && parts.scheme().equals(scheme)
                && parts.host().equals(host)
                && parts.port() == port
                && (below ? parts.path().startsWith(path) : parts.path().equals(path));
    }

    private static boolean loopback(String host) {
        return host.equals("localhost")
                || host.equals("[::1]")
                || LOOPBACK_4.matcher(host).matches();
    }

    /** An address taken apart and normalised; anything doubtful is no address at all. */
    private record Parts(String scheme, String host, int port, String path) {
        /** Encoded dots, slashes, backslashes and control characters, empty segments, dots before a path parameter: servers and browsers do not agree on what these mean. */
        private static final Pattern DOUBTFUL_PATH =
                Pattern.compile("%(2e|2f|5c|[01][0-9a-f]|7f)|//|/\\.{1,2};", Pattern.CASE_INSENSITIVE);

        static @Nullable Parts of(String address) {
            if (address.length() > 2000 || address.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7f)) {
                return null;
            }
            URI uri;
            try {
                uri = new URI(address);
            } catch (URISyntaxException e) {
                return null;
            }
            if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null || uri.isOpaque()) {
                return null;
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !scheme.equals("http")) {
                return null;
            }
            if (DOUBTFUL_PATH.matcher(uri.getRawPath()).find()) {
                return null;
            }
            String path = uri.normalize().getRawPath();
            if (path.contains("/../") || path.endsWith("/..")) {
                return null;
            }
            int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
            return new Parts(scheme, uri.getHost().toLowerCase(Locale.ROOT), port, path.isEmpty() ? "/" : path);
        }
    }
}
