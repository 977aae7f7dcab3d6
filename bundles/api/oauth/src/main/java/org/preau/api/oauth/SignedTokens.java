package org.preau.api.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Optional;
import org.preau.api.keys.SigningKeys;
import org.preau.api.keys.SigningKeys.SigningKey;

/**
 * Tokens that the portal signs (RS256) under one of its keys, and that key's public side. Safe on any thread.
 *
 * @since 1.0
 */
public final class SignedTokens {
    private final SigningKeys keys;
    private final String name;

    /**
     * Tokens under a key.
     *
     * @param name name of the key: {@code sso.oidc}
     */
    public SignedTokens(SigningKeys keys, String name) {
        this.keys = keys;
        this.name = name;
    }

    /**
     * Signs.
     *
     * @param type the header {@code typ}: {@code JWT}, {@code logout+jwt}
     */
    public String sign(String type, JWTClaimsSet claims) {
        SigningKey key = keys.current(name);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(type))
                        .keyID(key.kid())
                        .build(),
                claims);
        try {
            jwt.sign(new RSASSASigner(key.privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** The claims of a token of that type and issuer which the portal has signed, however old it is; nothing for any other. */
    public Optional<JWTClaimsSet> issued(String token, String type, String issuer) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean rightKind = JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && new JOSEObjectType(type).equals(jwt.getHeader().getType());
            Optional<SigningKey> key = keys.published(name).stream()
                    .filter(each -> each.kid().equals(jwt.getHeader().getKeyID()))
                    .findFirst();
            return rightKind
                            && key.isPresent()
                            && jwt.verify(new RSASSAVerifier(publicKey(key.get())))
                            && issuer.equals(jwt.getJWTClaimsSet().getIssuer())
                    ? Optional.of(jwt.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** The public keys: the one that signs, those that signed before and the next one. */
    public JWKSet published() {
        return new JWKSet(keys.published(name).stream()
                .map(key -> (JWK) new RSAKey.Builder(publicKey(key))
                        .keyID(key.kid())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .build())
                .toList());
    }

    private static RSAPublicKey publicKey(SigningKey key) {
        return (RSAPublicKey) key.certificate().getPublicKey();
    }
}
