package org.preau.sso.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.http.PublicAddress;
import org.preau.api.keys.Keys;
import org.preau.api.keys.SigningKeys;
import org.preau.api.oauth.SignedTokens;

/** What the portal signs towards services, the keys to verify it by, and the names it stands for. Safe on any thread. */
@Component(service = IdTokens.class)
public final class IdTokens {
    private static final String KEY = "sso.oidc";
    private static final int SID_BYTES = 16;

    private final SignedTokens tokens;
    private final SignedTokens elliptic;
    private final Keys keys;
    private final PublicAddress address;

    /** Signs with the key {@code sso.oidc}, and {@code sso.oidc.es256} for clients that ask for it. */
    @Activate
    public IdTokens(@Reference SigningKeys signingKeys, @Reference Keys keys, @Reference PublicAddress address) {
        this.tokens = new SignedTokens(signingKeys, KEY);
        this.elliptic = new SignedTokens(signingKeys, KEY + SigningKeys.ELLIPTIC);
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

    /** Signs for that client, by the algorithm of its file. */
    String sign(Client client, String type, JWTClaimsSet claims) {
        return (client.wantsElliptic() ? elliptic : tokens).sign(type, claims);
    }

    /** The claims of an ID token that the portal has issued, however old it is; nothing for any other. */
    Optional<JWTClaimsSet> issued(String token) {
        return tokens.issued(token, "JWT", issuer()).or(() -> elliptic.issued(token, "JWT", issuer()));
    }

    /** The public keys of each algorithm: the one that signs, those that signed before and the next one. */
    JWKSet published() {
        return new JWKSet(Stream.concat(tokens.published().getKeys().stream(), elliptic.published().getKeys().stream())
                .toList());
    }
}
