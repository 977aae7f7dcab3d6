package org.preau.signin.agent;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.http.OutgoingCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the provider publishes about itself: fetched when it is needed, kept for an hour, its keys fetched again for a key not seen before. Safe on any thread. */
final class Provider {
    private static final Logger log = LoggerFactory.getLogger(Provider.class);
    private static final Duration KEEP = Duration.ofHours(1);
    private static final Duration NOT_BEFORE = Duration.ofSeconds(30);

    private final String issuer;
    private final OutgoingCalls calls;
    private final Clock clock;
    private volatile @Nullable OIDCProviderMetadata metadata;
    private volatile @Nullable JWKSet keys;
    private volatile Instant metadataUntil = Instant.MIN;
    private volatile Instant keysAt = Instant.MIN;
    private volatile Instant downUntil = Instant.MIN;

    Provider(String issuer, OutgoingCalls calls, Clock clock) {
        this.issuer = issuer;
        this.calls = calls;
        this.clock = clock;
    }

    /** Whether it did not answer when it was last asked, just now. */
    boolean down() {
        return clock.instant().isBefore(downUntil);
    }

    /** Where its parts are; the last good answer while it does not give another. */
    synchronized OIDCProviderMetadata metadata() throws RefusedException {
        OIDCProviderMetadata known = metadata;
        if (known != null && clock.instant().isBefore(metadataUntil)) {
            return known;
        }
        try {
            OIDCProviderMetadata fresh = OIDCProviderMetadata.parse(
                    fetch(URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer)
                            + "/.well-known/openid-configuration")));
            if (!fresh.getIssuer().getValue().equals(issuer)) {
                throw new RefusedException("the provider calls itself " + fresh.getIssuer());
            }
            if (fresh.getAuthorizationEndpointURI() == null
                    || fresh.getTokenEndpointURI() == null
                    || fresh.getJWKSetURI() == null) {
                throw new RefusedException("the provider names no authorization, token or keys address");
            }
            metadata = fresh;
            metadataUntil = clock.instant().plus(KEEP);
            downUntil = Instant.MIN;
            return fresh;
        } catch (IOException | ParseException e) {
            if (known != null) {
                log.warn("The provider {} does not answer, its last answer is used: {}", issuer, e.getMessage());
                metadataUntil = clock.instant().plus(NOT_BEFORE);
                return known;
            }
            downUntil = clock.instant().plus(NOT_BEFORE);
            throw new RefusedException("the provider's configuration cannot be had", e);
        }
    }

    /** Its keys; fetched again when one of that id is asked for and not known, at most twice a minute. */
    synchronized JWKSet keys(@Nullable String kid) throws RefusedException {
        JWKSet known = keys;
        boolean fresh = known != null && clock.instant().isBefore(keysAt.plus(KEEP));
        boolean holds = known != null && (kid == null || known.getKeyByKeyId(kid) != null);
        if (known != null && ((fresh && holds) || clock.instant().isBefore(keysAt.plus(NOT_BEFORE)))) {
            return known;
        }
        try {
            JWKSet read = JWKSet.parse(fetch(metadata().getJWKSetURI())).toPublicJWKSet();
            keys = read;
            keysAt = clock.instant();
            return read;
        } catch (IOException | java.text.ParseException e) {
            if (known != null) {
                keysAt = clock.instant();
                return known;
            }
            throw new RefusedException("the provider's keys cannot be had", e);
        }
    }

    /** Where sign-outs go, if it has such an address and is known by now. */
    Optional<URI> endSession() {
        return Optional.ofNullable(metadata).map(OIDCProviderMetadata::getEndSessionEndpointURI);
    }

    private String fetch(URI address) throws IOException {
        OutgoingCalls.Answer answer = calls.get(address, Map.of("Accept", "application/json"));
        if (!answer.ok()) {
            throw new IOException(address + " answered " + answer.status());
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
