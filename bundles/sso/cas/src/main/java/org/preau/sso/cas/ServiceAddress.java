package org.preau.sso.cas;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a service as login and validation compare it: scheme and host in lower case, no default port, no empty path, no session id of a servlet container, no fragment; everything else to
 * the letter.
 */
final class ServiceAddress {
    private static final Pattern CONTAINER_SESSION = Pattern.compile(";jsessionid=[^?#/;]*", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_SHOWN = 120;

    private ServiceAddress() {}

    /** The address to compare by, or nothing when it is no address. */
    static Optional<String> compared(String service) {
        URI uri;
        try {
            uri = URI.create(service);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String path = CONTAINER_SESSION.matcher(uri.getRawPath()).replaceAll("");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return Optional.of(
                scheme + "://" + host + (usual ? "" : ":" + uri.getPort()) + (path.isEmpty() ? "/" : path) + query);
    }

    /** What may be told of addresses that nobody declares, one of which is there: without query, where personal data could be, and cut short. */
    static String shown(@Nullable String service, @Nullable String target) {
        String given = service == null ? String.valueOf(target) : service;
        String plain = given.replaceAll("(?s)[?#;].*", "").replaceAll("[\\p{Cntrl}<>]", "?");
        return plain.substring(0, Math.min(LONGEST_SHOWN, plain.length()));
    }

    /** The address to send the browser to, with the ticket in its query. */
    static String withTicket(String service, String name, String ticket) {
        String ascii = URI.create(service).toASCIIString();
        int hash = ascii.indexOf('#');
        String address = hash < 0 ? ascii : ascii.substring(0, hash);
        String fragment = hash < 0 ? "" : ascii.substring(hash);
        String joint = address.indexOf('?') < 0 ? "?" : address.matches(".*[?&]") ? "" : "&";
        return address + joint + name + "=" + ticket + fragment;
    }
}
