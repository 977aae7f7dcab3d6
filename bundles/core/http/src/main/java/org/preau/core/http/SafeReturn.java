package org.preau.core.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides where a browser may be sent after a detour: to a path of the portal, in its plainest form only. */
final class SafeReturn {
    private static final int LONGEST = 2000;
    /** Pages of counters for who is signed in: his second factors. */
    private static final Pattern OWN_SECURITY = Pattern.compile("/signin/[a-z0-9_]+/security");

    private SafeReturn() {}

    /** The path and query wanted, encoded for a header, if they are the portal's; else {@code "/"}. */
    static String of(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !plain(wanted)) {
            return "/";
        }
        URI uri;
        try {
            uri = new URI(wanted);
        } catch (URISyntaxException e) {
            return "/";
        }
        String path = uri.getPath();
        if (uri.isAbsolute() || uri.getRawAuthority() != null || path == null || !plainPath(path, uri.getRawPath())) {
            return "/";
        }
        return uri.toASCIIString();
    }

    private static boolean plain(String wanted) {
        return wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.indexOf('\\') < 0
                && wanted.chars()
                        .noneMatch(c -> c <= ' '
                                || c == 0x7f
                                || Character.isISOControl(c)
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || c == 0xfeff);
    }

    private static boolean plainPath(String decoded, String raw) {
        String encodings = raw.toLowerCase(Locale.ROOT);
        return decoded.startsWith("/")
                && !decoded.contains("//")
                && decoded.indexOf('\\') < 0
                && decoded.chars().noneMatch(Character::isISOControl)
                && !encodings.contains("%2f")
                && !encodings.contains("%2e")
                && !decoded.contains("/../")
                && !decoded.contains("/./")
                && !decoded.endsWith("/..")
                && !decoded.endsWith("/.")
                && (!ReservedPaths.covers("/signin", decoded)
                        || OWN_SECURITY.matcher(decoded).matches())
                && !ReservedPaths.covers("/signout", decoded);
    }
}
