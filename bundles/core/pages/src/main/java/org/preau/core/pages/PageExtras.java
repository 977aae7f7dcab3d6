package org.preau.core.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/** What few pages may have beyond the strict policy of all: frames of named servers, and one script of their bundle, known to the browser by its hash. */
final class PageExtras {
    private static final String FRAMES = "frames";
    private static final String SCRIPT = "script";

    private PageExtras() {}

    /** What the policy allows more for this model. */
    static String policy(Map<String, ?> model) {
        StringBuilder more = new StringBuilder();
        if (model.get(FRAMES) instanceof Collection<?> addresses && !addresses.isEmpty()) {
            TreeSet<String> origins = new TreeSet<>();
            addresses.forEach(address -> origins.add(originOf(URI.create(address.toString()))));
            more.append("; frame-src ").append(String.join(" ", origins));
        }
        if (model.get(SCRIPT) instanceof String script) {
            more.append("; script-src 'sha256-").append(hash(script)).append('\'');
        }
        return more.toString();
    }

    /** The element that runs the script, at the end of the page. */
    static String script(Map<String, ?> model) {
        if (!(model.get(SCRIPT) instanceof String script)) {
            return "";
        }
        if (script.contains("<")) {
            throw new IllegalArgumentException("the script of a page must hold no <");
        }
        return "<script>" + script + "</script>";
    }

    private static String originOf(URI address) {
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        if (address.getHost() == null || !origin.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            throw new IllegalArgumentException("no address for a frame: " + origin);
        }
        return origin;
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
