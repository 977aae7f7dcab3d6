package org.preau.core.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preau.api.http.PublicAddress;

/** Where to go once signed in: a path of the portal, never the sign-in or sign-out page again. */
final class Destination {
    /** A counter's page for who is signed in: his second factors. */
    private static final Pattern OWN_SECURITY = Pattern.compile("/signin/[a-z0-9_]+/security");

    private Destination() {}

    static String of(PublicAddress address, @Nullable String wanted) {
        String path = address.safeReturn(wanted);
        boolean signIn = below(path, "/signin") && !OWN_SECURITY.matcher(path).matches();
        return signIn || below(path, "/signout") ? "/" : path;
    }

    /** A page of ours that goes on to {@code destination} when it is done. */
    static String through(String page, String destination) {
        return destination.equals("/")
                ? page
                : page + "?return=" + URLEncoder.encode(destination, StandardCharsets.UTF_8);
    }

    private static boolean below(String path, String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() || "/?#;".indexOf(path.charAt(prefix.length())) >= 0);
    }
}
