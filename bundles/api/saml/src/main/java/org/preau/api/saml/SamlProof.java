package org.preau.api.saml;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who somebody is, as an identity provider has proved it; every check is done.
 *
 * @param issuer the provider's name
 * @param nameId its name for the user
 * @param nameIdFormat format of that name, empty when not told
 * @param sessionIndex its name for the session
 * @param attributes attributes, each under its {@code Name} and, where it has one, its {@code FriendlyName} too
 * @param authenticatedAt when he proved it
 * @param returnTo where he wanted to go in the portal
 * @since 1.0
 */
public record SamlProof(
        String issuer,
        String nameId,
        String nameIdFormat,
        Optional<String> sessionIndex,
        Map<String, List<String>> attributes,
        Instant authenticatedAt,
        String returnTo) {
    /** Keeps its own copy. */
    public SamlProof {
        attributes = Map.copyOf(attributes);
    }

    /** Values of an attribute by any of its names; none when it is not there. */
    public List<String> values(String... names) {
        for (String name : names) {
            List<String> found = attributes.get(name);
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "SamlProof[" + issuer + "]";
    }
}
