package org.preau.sso.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks a client's signed assertion (private_key_jwt; OpenID Connect Core, 9; RFC 7523): asymmetric algorithms only, for this issuer, short-lived, used once. */
@Component(service = AssertionProof.class)
public final class AssertionProof {
    /** Algorithms a client may sign with. */
    static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LONGEST_JTI = 500;

    private final ClientKeys keys;
    private final SqlTokens tokens;
    private final IdTokens idTokens;
    private final Clock clock;

    /** Checks by these. */
    @Activate
    public AssertionProof(
            @Reference ClientKeys keys,
            @Reference SqlTokens tokens,
            @Reference IdTokens idTokens,
            @Reference Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.idTokens = idTokens;
        this.clock = clock;
    }

    void check(Client client, SignedJWT assertion) throws Refusal {
        try {
            if (!ALGORITHMS.contains(assertion.getHeader().getAlgorithm())) {
                throw Refusal.client("sign the assertion with one of " + ALGORITHMS);
            }
            if (!signed(client, assertion)) {
                throw Refusal.client("the assertion is signed with none of the client's keys");
            }
            claims(client, assertion.getJWTClaimsSet());
        } catch (ParseException | JOSEException e) {
            throw Refusal.client("the assertion cannot be read");
        }
    }

    private boolean signed(Client client, SignedJWT assertion) throws Refusal, JOSEException {
        for (JWK key : keys.of(client, assertion.getHeader().getKeyID())) {
            JWSVerifier verifier = null;
            if (key instanceof RSAKey rsa
                    && !JWSAlgorithm.ES256.equals(assertion.getHeader().getAlgorithm())) {
                verifier = new RSASSAVerifier(rsa.toRSAPublicKey());
            } else if (key instanceof ECKey ec
                    && JWSAlgorithm.ES256.equals(assertion.getHeader().getAlgorithm())) {
                verifier = new ECDSAVerifier(ec.toECPublicKey());
            }
            if (verifier != null && assertion.verify(verifier)) {
                return true;
            }
        }
        return false;
    }

    private void claims(Client client, JWTClaimsSet claims) throws Refusal {
        Instant now = clock.instant();
        if (!client.id().equals(claims.getIssuer()) || !client.id().equals(claims.getSubject())) {
            throw Refusal.client("iss and sub of the assertion are the client.id");
        }
        Set<String> accepted = Set.of(idTokens.issuer(), idTokens.issuer() + "/token");
        if (claims.getAudience().size() != 1
                || !accepted.contains(claims.getAudience().get(0))) {
            throw Refusal.client("aud of the assertion is the issuer or the token endpoint, alone");
        }
        Date expires = claims.getExpirationTime();
        if (expires == null || !expires.toInstant().plus(SKEW).isAfter(now)) {
            throw Refusal.client("the assertion is too old, or has no exp");
        }
        if (expires.toInstant().isAfter(now.plus(LONGEST).plus(SKEW))) {
            throw Refusal.client("the assertion is good for longer than ten minutes");
        }
        Date from = claims.getNotBeforeTime() == null ? claims.getIssueTime() : claims.getNotBeforeTime();
        if (from != null && from.toInstant().minus(SKEW).isAfter(now)) {
            throw Refusal.client("the assertion is from the future");
        }
        String jti = claims.getJWTID();
        if (jti == null || jti.isEmpty() || jti.length() > LONGEST_JTI) {
            throw Refusal.client("the assertion has no jti");
        }
        if (!tokens.firstUse(client.connector().id(), jti, expires.toInstant().plus(SKEW))) {
            throw Refusal.client("the assertion was used before");
        }
    }
}
