package org.preau.signin.local.factor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A device with one passkey, and the browser around it. */
public final class Authenticator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectConverter CONVERTER = new ObjectConverter();

    /** The origin that the browser is at. */
    public String origin = "https://ent.example";

    /** Flags: user present, user verified. */
    public int flags = 0x05;

    /** How often it signed. */
    public int count;

    private final byte[] id = "one-passkey-here".getBytes(StandardCharsets.US_ASCII);
    private final KeyPair pair;

    /** A new device. */
    public Authenticator() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    /** Makes the passkey. */
    public String create(String options) throws Exception {
        JsonNode asked = JSON.readTree(options);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(head(asked.at("/rp/id").asText(), flags | 0x40));
        data.write(new byte[16]);
        data.write(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.write(id);
        data.write(publicKey());
        Map<String, Object> attestation = new LinkedHashMap<>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", data.toByteArray());
        return answer(Map.of(
                "clientDataJSON",
                        text(client("webauthn.create", asked.get("challenge").asText())),
                "attestationObject", text(CONVERTER.getCborConverter().writeValueAsBytes(attestation))));
    }

    /** Signs with it. */
    public String get(String options) throws Exception {
        JsonNode asked = JSON.readTree(options);
        count++;
        byte[] data = head(asked.get("rpId").asText(), flags);
        byte[] client = client("webauthn.get", asked.get("challenge").asText());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(sha(client));
        return answer(Map.of(
                "clientDataJSON", text(client),
                "authenticatorData", text(data),
                "signature", text(signature.sign())));
    }

    private byte[] publicKey() {
        return CONVERTER
                .getCborConverter()
                .writeValueAsBytes(EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES256));
    }

    private byte[] head(String host, int flags) throws Exception {
        return ByteBuffer.allocate(37)
                .put(sha(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(count)
                .array();
    }

    private byte[] client(String type, String challenge) throws Exception {
        return JSON.writeValueAsBytes(Map.of("type", type, "challenge", challenge, "origin", origin));
    }

    private String answer(Map<String, String> response) throws Exception {
        return JSON.writeValueAsString(Map.of(
                "id", text(id),
                "rawId", text(id),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of()));
    }

    private static byte[] sha(byte[] data) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
