package org.preau.api.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Optional;
import org.preau.api.keys.SigningKeys;
import org.preau.api.keys.SigningKeys.SigningKey;

/**
 * Tokens that the portal signs under one of its keys, and that key's public side: by ES256 where the key is {@linkplain SigningKeys#elliptic elliptic}, by RS256 otherwise. Safe on any thread.
 *
 * @since 1.0
 */
public final class SignedTokens {
    private final SigningKeys keys;
    private final String name;
    private final JWSAlgorithm algorithm;

    /**
     * Tokens under a key.
     *
     * @param name name of the key: {@code sso.oidc}, {@code sso.oidc.es256}
     */
    public SignedTokens(SigningKeys keys, String name) {
        this.keys = keys;
        this.name = name;
        this.algorithm = SigningKeys.elliptic(name) ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
    }

    /**
     * Signs.
     *
     * @param type the header {@code typ}: {@code JWT}, {@code logout+jwt}
     */
    public String sign(String type, JWTClaimsSet claims) {
        SigningKey key = keys.current(name);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(new JOSEObjectType(type))
                        .keyID(key.kid())
                        .build(),
                claims);
        try {
            jwt.sign(
                    SigningKeys.elliptic(name)
                            ? new ECDSASigner(key.privateKey(), Curve.P_256)
                            : new RSASSASigner(key.privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** The claims of a token of that type and issuer which the portal has signed, however old it is; nothing for any other. */
    public Optional<JWTClaimsSet> issued(String token, String type, String issuer) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean rightKind = algorithm.equals(jwt.getHeader().getAlgorithm())
                    && new JOSEObjectType(type).equals(jwt.getHeader().getType());
            Optional<SigningKey> key = keys.published(name).stream()
                    .filter(each -> each.kid().equals(jwt.getHeader().getKeyID()))
                    .findFirst();
            return rightKind
                            && key.isPresent()
                            && jwt.verify(verifier(key.get()))
                            && issuer.equals(jwt.getJWTClaimsSet().getIssuer())
                    ? Optional.of(jwt.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** The public keys: the one that signs, those that signed before and the next one. */
    public JWKSet published() {
        return new JWKSet(keys.published(name).stream().map(this::publicKey).toList());
    }

    private JWK publicKey(SigningKey key) {
        PublicKey open = key.certificate().getPublicKey();
        return open instanceof ECPublicKey elliptic
                ? new ECKey.Builder(Curve.P_256, elliptic)
                        .keyID(key.kid())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(algorithm)
                        .build()
                : new RSAKey.Builder((RSAPublicKey) open)
                        .keyID(key.kid())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(algorithm)
                        .build();
    }

    private static JWSVerifier verifier(SigningKey key) throws JOSEException {
        PublicKey open = key.certificate().getPublicKey();
        return open instanceof ECPublicKey elliptic
                ? new ECDSAVerifier(elliptic)
                : new RSASSAVerifier((RSAPublicKey) open);
    }
}
