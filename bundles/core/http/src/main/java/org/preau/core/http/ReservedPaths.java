package org.preau.core.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first parts of the paths that the user interface never answers. */
final class ReservedPaths {
    static final List<String> PREFIXES =
            List.of("/signin", "/signout", "/account", "/connect", "/sso", "/api", "/health", "/metrics", "/res");

    private ReservedPaths() {}

    /** Servlet patterns of the reserved paths. */
    static String[] patterns() {
        return PREFIXES.stream().map(prefix -> prefix + "/*").toArray(String[]::new);
    }

    /** The reserved prefix a path lies below, or null. */
    static @Nullable String prefixOf(String path) {
        return PREFIXES.stream()
                .filter(prefix -> covers(prefix, path))
                .findFirst()
                .orElse(null);
    }

    /** Whether a path may be an endpoint's: below a prefix, plain, without a slash at the end. */
    static boolean isEndpointPath(String path) {
        return prefixOf(path) != null && path.matches("(/[A-Za-z0-9._~-]+)+") && !path.contains("..");
    }

    /** Whether {@code path} is {@code parent} or lies below it. */
    static boolean covers(String parent, String path) {
        return path.startsWith(parent) && (path.length() == parent.length() || path.charAt(parent.length()) == '/');
    }

    /** The path above: without its last part; empty at the top. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
