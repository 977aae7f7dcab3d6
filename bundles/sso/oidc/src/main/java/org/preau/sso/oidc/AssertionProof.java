package org.preau.sso.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.oauth.ForeignKeys;

/** Checks a client's signed assertion (private_key_jwt; OpenID Connect Core, 9; RFC 7523): asymmetric algorithms only, for this issuer, short-lived, used once. */
@Component(service = AssertionProof.class)
public final class AssertionProof {
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
            if (!ForeignKeys.ALGORITHMS.contains(assertion.getHeader().getAlgorithm())) {
                throw Refusal.client("sign the assertion with one of " + ForeignKeys.ALGORITHMS);
            }
            if (!ForeignKeys.signed(
                    assertion, keys.of(client, assertion.getHeader().getKeyID()))) {
                throw Refusal.client("the assertion is signed with none of the client's keys");
            }
            claims(client, assertion.getJWTClaimsSet());
        } catch (ParseException e) {
            throw Refusal.client("the assertion cannot be read");
        }
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
