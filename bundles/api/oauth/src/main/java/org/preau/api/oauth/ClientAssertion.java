package org.preau.api.oauth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * The signed assertion by which a client proves who it is (private_key_jwt; OpenID Connect Core, 9; RFC 7523): asymmetric algorithms only, for us alone, short-lived. That it is used once is for the caller to see to.
 *
 * @param jti its identifier
 * @param until after when it would be too old
 * @since 1.0
 */
public record ClientAssertion(String jti, Instant until) {
    private static final Duration SKEW = Duration.ofSeconds(60);
    /** What widespread clients write unless told otherwise (Authlib); its identifier is remembered as long. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int LONGEST_JTI = 500;

    /** Why an assertion is not taken, for the client's developers; holds no secret. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason, null, false, false);
        }

        /** What to mend. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** Whether it is signed by an algorithm that is taken at all. */
    public static void checkAlgorithm(SignedJWT assertion) throws RefusedException {
        if (!ForeignKeys.ALGORITHMS.contains(assertion.getHeader().getAlgorithm())) {
            throw new RefusedException("sign the assertion with one of " + ForeignKeys.ALGORITHMS);
        }
    }

    /**
     * Checks everything.
     *
     * @param keys the client's
     * @param clientId who it must be from and about
     * @param audiences our names: it is for one or more of them and for nobody else
     */
    public static ClientAssertion checked(
            SignedJWT assertion, List<JWK> keys, String clientId, Set<String> audiences, Instant now)
            throws RefusedException {
        checkAlgorithm(assertion);
        if (!ForeignKeys.signed(assertion, keys)) {
            throw new RefusedException("the assertion is signed with none of the client's keys");
        }
        try {
            return claims(assertion.getJWTClaimsSet(), clientId, audiences, now);
        } catch (ParseException e) {
            throw new RefusedException("the assertion cannot be read");
        }
    }

    private static ClientAssertion claims(JWTClaimsSet claims, String clientId, Set<String> audiences, Instant now)
            throws RefusedException {
        if (!clientId.equals(claims.getIssuer()) || !clientId.equals(claims.getSubject())) {
            throw new RefusedException("iss and sub of the assertion are the client.id");
        }
        if (claims.getAudience().isEmpty() || !audiences.containsAll(claims.getAudience())) {
            throw new RefusedException("aud of the assertion is the issuer or the token endpoint, and nobody else");
        }
        Date expires = claims.getExpirationTime();
        if (expires == null || !expires.toInstant().plus(SKEW).isAfter(now)) {
            throw new RefusedException("the assertion is too old, or has no exp");
        }
        if (expires.toInstant().isAfter(now.plus(LONGEST).plus(SKEW))) {
            throw new RefusedException("the assertion is good for longer than an hour");
        }
        Date from = claims.getNotBeforeTime() == null ? claims.getIssueTime() : claims.getNotBeforeTime();
        if (from != null && from.toInstant().minus(SKEW).isAfter(now)) {
            throw new RefusedException("the assertion is from the future");
        }
        String jti = claims.getJWTID();
        if (jti == null || jti.isEmpty() || jti.length() > LONGEST_JTI) {
            throw new RefusedException("the assertion has no jti");
        }
        return new ClientAssertion(jti, expires.toInstant().plus(SKEW));
    }
}
