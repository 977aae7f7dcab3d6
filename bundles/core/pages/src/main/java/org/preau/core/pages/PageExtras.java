package org.preau.core.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What few pages may have beyond the strict policy of all: a module of a bundle, frames of named servers, and one short script, known to the browser by its hash. */
final class PageExtras {
    private static final String FRAMES = "frames";
    private static final String MODULE = "script";
    private static final String INLINE = "inline";

    private PageExtras() {}

    /** What the policy allows more for this model. */
    static String policy(Map<String, ?> model) {
        StringBuilder more = new StringBuilder();
        if (model.get(FRAMES) instanceof Collection<?> addresses && !addresses.isEmpty()) {
            TreeSet<String> sources = new TreeSet<>();
            addresses.forEach(address -> sources.addAll(sources(URI.create(address.toString()))));
            more.append("; frame-src 'self' ").append(String.join(" ", sources));
        }
        List<String> scripts = new ArrayList<>();
        if (model.containsKey(MODULE)) {
            scripts.add("'self'");
        }
        if (model.get(INLINE) instanceof String script) {
            scripts.add("'sha256-" + hash(script) + "'");
        }
        if (!scripts.isEmpty()) {
            more.append("; script-src ").append(String.join(" ", scripts));
        }
        return more.toString();
    }

    /** The element that runs the script, at the end of the page. */
    static String inline(Map<String, ?> model) {
        if (!(model.get(INLINE) instanceof String script)) {
            return "";
        }
        if (script.contains("<")) {
            throw new IllegalArgumentException("the script of a page must hold no <");
        }
        return "<script>" + script + "</script>";
    }

    /** What a frame may show: the server it begins at, and ours, where it comes back with the answer. A page of ours that posts to a service may lead to any, it alone knows where. */
    private static Set<String> sources(URI address) {
        boolean own = !address.isAbsolute() && address.getRawAuthority() == null;
        return own && address.toString().startsWith("/") ? Set.of("https:", "http:") : Set.of(originOf(address));
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
