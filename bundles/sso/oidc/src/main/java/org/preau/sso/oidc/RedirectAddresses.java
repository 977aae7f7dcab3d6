package org.preau.sso.oidc;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the browser may be sent: the addresses a client declares, compared to the letter (RFC 9700, 2.1). An application on a device may declare a scheme of its own, and a loopback address, whose port
 * alone may differ (RFC 8252, 7.1 and 7.3).
 */
final class RedirectAddresses {
    private static final int LONGEST = 1_000;
    private static final Pattern LOOPBACK =
            Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?(/[^#\\\\\\s]*)?");
    private static final Pattern LOOPBACK_HOST = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private RedirectAddresses() {}

    static boolean matches(Client client, String asked) {
        if (asked.isEmpty() || asked.length() > LONGEST) {
            return false;
        }
        return client.redirects().stream()
                .anyMatch(declared -> declared.equals(asked) || client.nativeApp() && sameButPort(declared, asked));
    }

    private static boolean sameButPort(String declared, String asked) {
        Matcher one = LOOPBACK.matcher(declared);
        Matcher other = LOOPBACK.matcher(asked);
        return one.matches()
                && other.matches()
                && one.group(1).equals(other.group(1))
                && path(one).equals(path(other));
    }

    private static String path(Matcher loopback) {
        return loopback.group(2) == null ? "" : loopback.group(2);
    }

    /** What is wrong with a declared address, with its cure. */
    static Optional<String> problem(String key, String address, boolean nativeApp) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    key + ": " + address + " is no address; write all of it, such as https://service.example/callback");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getRawFragment() != null || uri.getRawUserInfo() != null || address.indexOf('*') >= 0) {
            return Optional.of(key + ": " + address + " holds a fragment, a user or a star; write the whole address");
        }
        boolean web = uri.getHost() != null
                && (scheme.equals("https")
                        || scheme.equals("http")
                                && LOOPBACK_HOST.matcher(uri.getHost()).matches());
        boolean own = nativeApp && scheme.indexOf('.') > 0;
        return web || own
                ? Optional.empty()
                : Optional.of(key + ": " + address + " is no https address (http for loopback hosts only"
                        + (nativeApp ? ", or a scheme with a dot such as fr.example.app:/signed-in)" : ")"));
    }
}
