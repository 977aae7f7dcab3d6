package org.preau.api.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.preau.api.http.OutgoingCalls;

/**
 * The public keys that services declare by an address: kept ten minutes, asked again for an unknown key, at most every half minute. Safe on any thread.
 *
 * @since 1.0
 */
public final class ForeignKeys {
    /** Algorithms that others may sign with; never one without keys, nor one whose secret could be a public key. */
    public static final List<JWSAlgorithm> ALGORITHMS =
            List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    private final Map<URI, Fetched> fetched = new ConcurrentHashMap<>();
    private final OutgoingCalls calls;
    private final Clock clock;

    /** Fetched by these calls. */
    public ForeignKeys(OutgoingCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    private record Fetched(JWKSet keys, Instant at) {}

    /**
     * Keys with that {@code kid}, or all for none.
     *
     * @throws IOException when they cannot be fetched and none are kept
     */
    public List<JWK> at(URI address, @Nullable String kid) throws IOException {
        List<JWK> found = chosen(fetched(address, FRESH), kid);
        return found.isEmpty() ? chosen(fetched(address, AT_MOST_EVERY), kid) : found;
    }

    /** Those of a set with that {@code kid}, or all for none. */
    public static List<JWK> chosen(JWKSet keys, @Nullable String kid) {
        return keys.getKeys().stream()
                .filter(key -> kid == null || kid.equals(key.getKeyID()))
                .toList();
    }

    /** Whether one of these keys has signed the token, by one of {@link #ALGORITHMS}. */
    public static boolean signed(SignedJWT token, List<JWK> keys) {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        boolean elliptic = JWSAlgorithm.ES256.equals(algorithm);
        try {
            for (JWK key : ALGORITHMS.contains(algorithm) ? keys : List.<JWK>of()) {
                JWSVerifier verifier = null;
                if (key instanceof RSAKey rsa && !elliptic) {
                    verifier = new RSASSAVerifier(rsa.toRSAPublicKey());
                } else if (key instanceof ECKey ec && elliptic) {
                    verifier = new ECDSAVerifier(ec.toECPublicKey());
                }
                if (verifier != null && token.verify(verifier)) {
                    return true;
                }
            }
        } catch (JOSEException e) {
            return false;
        }
        return false;
    }

    private JWKSet fetched(URI address, Duration maximumAge) throws IOException {
        Fetched there = fetched.get(address);
        Instant now = clock.instant();
        if (there != null && there.at().plus(maximumAge).isAfter(now)) {
            return there.keys();
        }
        try {
            OutgoingCalls.Answer answer = calls.get(address, Map.of("Accept", "application/json"));
            if (!answer.ok()) {
                throw new IOException("status " + answer.status());
            }
            JWKSet keys = JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
            fetched.put(address, new Fetched(keys, now));
            return keys;
        } catch (IOException e) {
            return kept(there, e);
        } catch (ParseException e) {
            return kept(there, new IOException("what is there is no set of keys", e));
        }
    }

    private static JWKSet kept(@Nullable Fetched there, IOException failure) throws IOException {
        if (there == null) {
            throw failure;
        }
        return there.keys();
    }
}
