package org.preau.api.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
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
 * The public keys that services declare by an address: kept ten minutes, asked again for an unknown key, at most every half minute, also while there is no answer. Safe on any thread.
 *
 * @since 1.0
 */
public final class ForeignKeys {
    /** Algorithms that others may sign with; never one without keys, nor one whose secret could be a public key. */
    public static final List<JWSAlgorithm> ALGORITHMS =
            List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    private static final int SHORTEST_RSA = 2_048;
    private static final JWKSet NONE = new JWKSet();

    private final Map<URI, Fetched> fetched = new ConcurrentHashMap<>();
    private final OutgoingCalls calls;
    private final Clock clock;

    /** Fetched by these calls. */
    public ForeignKeys(OutgoingCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * What is known of an address.
     *
     * @param keys its keys, none while it never answered
     * @param at when it answered last
     * @param tried when it was asked last
     * @param failure why it did not answer then
     */
    private record Fetched(JWKSet keys, Instant at, Instant tried, String failure) {
        boolean since(Instant instant, Duration age, Instant now) {
            return instant.plus(age).isAfter(now);
        }

        JWKSet known() throws IOException {
            if (at.equals(Instant.EPOCH)) {
                throw new IOException(failure);
            }
            return keys;
        }
    }

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
        if (!ALGORITHMS.contains(algorithm)) {
            return false;
        }
        for (JWK key : keys) {
            if (usable(key, algorithm) && verified(token, key, elliptic)) {
                return true;
            }
        }
        return false;
    }

    /** A key that says what it is for is used for nothing else (RFC 7517, 4.2 and 4.4). */
    private static boolean usable(JWK key, JWSAlgorithm algorithm) {
        return (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
    }

    /** One key that cannot be used, of another curve say, hides no other. */
    private static boolean verified(SignedJWT token, JWK key, boolean elliptic) {
        try {
            if (key instanceof RSAKey rsa && !elliptic) {
                return rsa.size() >= SHORTEST_RSA && token.verify(new RSASSAVerifier(rsa.toRSAPublicKey()));
            }
            return key instanceof ECKey ec
                    && elliptic
                    && Curve.P_256.equals(ec.getCurve())
                    && token.verify(new ECDSAVerifier(ec.toECPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private JWKSet fetched(URI address, Duration maximumAge) throws IOException {
        Fetched there = fetched.get(address);
        Instant now = clock.instant();
        if (there != null
                && (there.since(there.at(), maximumAge, now) || there.since(there.tried(), AT_MOST_EVERY, now))) {
            return there.known();
        }
        JWKSet kept = there == null ? NONE : there.keys();
        Instant at = there == null ? Instant.EPOCH : there.at();
        try {
            OutgoingCalls.Answer answer = calls.get(address, Map.of("Accept", "application/json"));
            if (!answer.ok()) {
                throw new IOException("status " + answer.status());
            }
            JWKSet keys = JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
            fetched.put(address, new Fetched(keys, now, now, ""));
            return keys;
        } catch (IOException e) {
            return failed(address, kept, at, now, String.valueOf(e.getMessage()));
        } catch (ParseException e) {
            return failed(address, kept, at, now, "what is there is no set of keys");
        }
    }

    /** Noted, so that whoever sends tokens to be checked does not make us ask again and again. */
    private JWKSet failed(URI address, JWKSet kept, Instant at, Instant now, String failure) throws IOException {
        Fetched failed = new Fetched(kept, at, now, failure);
        fetched.put(address, failed);
        return failed.known();
    }
}
