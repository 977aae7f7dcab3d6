package org.preau.core.connect.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;

/**
 * The convention with a service, as it is shown to who is asked.
 *
 * @param connector the service
 * @param asks SDET names of the attributes asked for, in the order of the convention
 * @param digest digest of all that the convention says: attributes, purposes, address of the conditions. Who agreed under another digest is asked again
 */
public record Terms(Connector connector, List<String> asks, String digest) {
    /** Keeps its own copy. */
    public Terms {
        asks = List.copyOf(asks);
    }

    /** The terms of a connector; nothing if its category asks nobody. */
    static Optional<Terms> of(Connector connector, CategoryPolicy policy) {
        List<String> asks = policy.asks(connector);
        return asks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Terms(connector, asks, digest(connector, policy, asks)));
    }

    /** What the service does with an attribute, in the convention's words; may be empty. */
    public String purpose(String attribute, Locale locale) {
        String language = locale.getLanguage().equals("en") ? "en" : "fr";
        return connector
                .setting("purpose." + attribute + "." + language)
                .or(() -> connector.setting("purpose." + attribute + ".fr"))
                .or(() -> connector.setting("purpose." + language))
                .or(() -> connector.setting("purpose.fr"))
                .orElse("");
    }

    /** Where the conditions of access can be read; may be empty. */
    public String conventionUrl() {
        return connector.setting("convention.url").orElse("");
    }

    /** The order in which attributes are written changes nothing. Each part is preceded by its length: no two conventions have one text. */
    private static String digest(Connector connector, CategoryPolicy policy, List<String> asks) {
        List<String> parts = new ArrayList<>(new TreeSet<>(asks));
        for (String key : new TreeSet<>(policy.settings())) {
            if (!key.equals("attributes")) {
                connector.setting(key).ifPresent(value -> parts.addAll(List.of(key, value)));
            }
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
