package org.preau.core.saml.message;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.xml.QueryAlgorithms;

/**
 * The signature of a message that came by redirect: over the parameters exactly as they were written in the query.
 *
 * @param signed what it covers
 * @param algorithm its algorithm
 * @param value the signature
 */
public record QuerySignature(String signed, String algorithm, byte[] value) {
    private static final Set<String> NAMES = Set.of("SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature");

    /** Takes the signature out of a query, if there is one. */
    static Optional<QuerySignature> of(@Nullable String query) {
        Map<String, String> raw = new LinkedHashMap<>();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && disguised(pair.substring(0, equals))) {
                throw new SamlRefusedException(Reason.MALFORMED, "the name of a parameter is encoded");
            }
            if (equals > 0 && raw.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new SamlRefusedException(Reason.MALFORMED, "a parameter is there more than once");
            }
        }
        String signature = raw.get("Signature");
        String algorithm = raw.get("SigAlg");
        if (signature == null || algorithm == null) {
            return Optional.empty();
        }
        String kind = raw.containsKey("SAMLRequest") ? "SAMLRequest" : "SAMLResponse";
        StringBuilder signed = new StringBuilder(kind + "=" + raw.get(kind));
        if (raw.containsKey("RelayState")) {
            signed.append("&RelayState=").append(raw.get("RelayState"));
        }
        signed.append("&SigAlg=").append(algorithm);
        try {
            return Optional.of(new QuerySignature(
                    signed.toString(),
                    URLDecoder.decode(algorithm, StandardCharsets.UTF_8),
                    Base64.getMimeDecoder().decode(URLDecoder.decode(signature, StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException e) {
            throw new SamlRefusedException(Reason.MALFORMED, "the signature is not base64");
        }
    }

    /** Whether a parameter of ours is written so that we read it, but the signature does not cover it. */
    private static boolean disguised(String name) {
        return !NAMES.contains(name) && NAMES.contains(decoded(name));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SamlRefusedException(Reason.MALFORMED, "the query is not encoded as it should be");
        }
    }

    void verify(List<PublicKey> keys) {
        byte[] bytes = signed.getBytes(StandardCharsets.US_ASCII);
        if (keys.stream().noneMatch(key -> QueryAlgorithms.verifies(algorithm, bytes, value, key))) {
            throw new SamlRefusedException(Reason.BAD_SIGNATURE, "the signature is not by a key of the metadata");
        }
    }
}
