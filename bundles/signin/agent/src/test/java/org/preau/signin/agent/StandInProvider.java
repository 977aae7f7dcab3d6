package org.preau.signin.agent;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.preau.api.http.OutgoingCalls;

/** A provider in memory that keeps its promises until it is told otherwise. */
final class StandInProvider implements OutgoingCalls {
    static final String ISSUER = "https://agents.example";
    static final String CLIENT = "preau";
    static final String SECRET = "a-secret-of-more-than-thirty-two-bytes";

    final Clock clock;
    final Map<String, Object> user = new HashMap<>(Map.of("sub", "agent-1"));
    UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
    String metadata = "";
    String algorithm = "RS256";
    String userInfoSubject = "agent-1";
    RSAKey key = key("first");
    RSAKey published = key;
    boolean gone;
    int keyReads;
    private final Map<String, Map<String, String>> codes = new HashMap<>();

    StandInProvider(Clock clock) {
        this.clock = clock;
    }

    static RSAKey key(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The user agrees; gives the code. */
    String agree(String question) {
        Map<String, String> asked = form(URI.create(question).getRawQuery());
        String code = "code-" + codes.size();
        codes.put(code, asked);
        return code;
    }

    @Override
    public Answer get(URI address, Map<String, String> headers) throws IOException {
        if (gone) {
            throw new IOException("no route to host");
        }
        return switch (address.getPath()) {
            case "/.well-known/openid-configuration" ->
                json("{\"issuer\":\"" + ISSUER
                        + "\",\"authorization_endpoint\":\"" + ISSUER + "/authorize\",\"token_endpoint\":\"" + ISSUER
                        + "/token\",\"userinfo_endpoint\":\"" + ISSUER + "/userinfo\",\"jwks_uri\":\"" + ISSUER
                        + "/jwks\",\"end_session_endpoint\":\"" + ISSUER
                        + "/logout\",\"response_types_supported\":[\"code\"],\"subject_types_supported\":[\"public\"],"
                        + "\"id_token_signing_alg_values_supported\":[\"RS256\"]" + metadata + "}");
            case "/jwks" -> {
                keyReads++;
                yield json(new JWKSet(published).toPublicJWKSet().toString());
            }
            case "/userinfo" -> json("{\"sub\":\"" + userInfoSubject + "\",\"ctemail\":\"ada@ac-example.fr\"}");
            default -> new Answer(404, "", new byte[0]);
        };
    }

    @Override
    public Answer post(URI address, String contentType, byte[] body, Map<String, String> headers) {
        Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.get("code"));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (asked == null
                || !basic.equals(headers.get("Authorization"))
                || !asked.get("redirect_uri").equals(form.get("redirect_uri"))
                || !asked.get("code_challenge_method").equals("S256")
                || !asked.get("code_challenge").equals(challenge(form.get("code_verifier")))) {
            return new Answer(
                    400, "application/json", "{\"error\":\"invalid_grant\"}".getBytes(StandardCharsets.UTF_8));
        }
        return json("{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"id_token\":\"" + token(asked.get("nonce"))
                + "\"}");
    }

    private String token(String nonce) {
        Date now = Date.from(clock.instant());
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(CLIENT)
                .issueTime(now)
                .expirationTime(new Date(now.getTime() + 300_000))
                .claim("nonce", nonce);
        user.forEach(builder::claim);
        JWTClaimsSet set = claims.apply(builder).build();
        try {
            if (algorithm.equals("none")) {
                return new PlainJWT(set).serialize();
            }
            boolean mac = algorithm.startsWith("HS");
            JWSSigner signer = mac
                    ? new MACSigner(
                            algorithm.equals("HS256")
                                    ? SECRET.getBytes(StandardCharsets.UTF_8)
                                    : published.toRSAPublicKey().getEncoded())
                    : new RSASSASigner(key);
            SignedJWT signed = new SignedJWT(
                    new JWSHeader.Builder(mac ? JWSAlgorithm.HS256 : JWSAlgorithm.parse(algorithm))
                            .keyID(key.getKeyID())
                            .build(),
                    set);
            signed.sign(signer);
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static Answer json(String text) {
        return new Answer(200, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }
}
