package org.preau.sso.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.http.PublicAddress;
import org.preau.api.keys.Keys;
import org.preau.api.keys.SigningKeys;
import org.preau.api.keys.SigningKeys.SigningKey;

/** What the portal signs towards services (RS256), the keys to verify it by, and the names it stands for. Safe on any thread. */
@Component(service = IdTokens.class)
public final class IdTokens {
    private static final String KEY = "sso.oidc";
    private static final int SID_BYTES = 16;

    private final SigningKeys signingKeys;
    private final Keys keys;
    private final PublicAddress address;

    /** Signs with the key {@code sso.oidc}. */
    @Activate
    public IdTokens(@Reference SigningKeys signingKeys, @Reference Keys keys, @Reference PublicAddress address) {
        this.signingKeys = signingKeys;
        this.keys = keys;
        this.address = address;
    }

    /** The issuer: the only name by which services know the portal. */
    String issuer() {
        return address.absolute(OidcEndpoint.PATH);
    }

    /** The portal session's name towards one service; no other service's, and nothing can be told from it. */
    String sid(UUID sessionId, String connector) {
        byte[] mac = keys.hmac("sso.oidc.sid", (sessionId + "|" + connector).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(mac, SID_BYTES));
    }

    /** Signs. */
    String sign(String type, JWTClaimsSet claims) {
        SigningKey key = signingKeys.current(KEY);
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

    /** The claims of an ID token that the portal has issued, however old it is; nothing for any other. */
    Optional<JWTClaimsSet> issued(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean rightKind = JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && JOSEObjectType.JWT.equals(jwt.getHeader().getType());
            Optional<SigningKey> key = signingKeys.published(KEY).stream()
                    .filter(each -> each.kid().equals(jwt.getHeader().getKeyID()))
                    .findFirst();
            return rightKind
                            && key.isPresent()
                            && jwt.verify(new RSASSAVerifier(publicKey(key.get())))
                            && issuer().equals(jwt.getJWTClaimsSet().getIssuer())
                    ? Optional.of(jwt.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** The public keys: the one that signs, those that signed before and the next one. */
    JWKSet published() {
        return new JWKSet(signingKeys.published(KEY).stream()
                .map(key -> (com.nimbusds.jose.jwk.JWK) new RSAKey.Builder(publicKey(key))
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
