package org.preau.core.saml.counter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preau.api.keys.Keys;
import org.preau.api.saml.SamlProof;

/** Proofs and visits as the database holds them: JSON, sealed. */
final class SealedProofs {
    private static final String KEY = "saml.parked";
    private static final TypeReference<Map<String, List<String>>> ATTRIBUTES = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();
    private final Keys keys;

    SealedProofs(Keys keys) {
        this.keys = keys;
    }

    byte[] seal(SamlProof proof) {
        ObjectNode node = json.createObjectNode();
        node.put("issuer", proof.issuer());
        node.put("nameId", proof.nameId());
        node.put("nameIdFormat", proof.nameIdFormat());
        node.put("sessionIndex", proof.sessionIndex().orElse(""));
        node.set("attributes", json.valueToTree(proof.attributes()));
        node.put("authenticatedAt", proof.authenticatedAt().toString());
        node.put("returnTo", proof.returnTo());
        return sealed(node);
    }

    SamlProof open(byte[] row) {
        JsonNode node = opened(row);
        return new SamlProof(
                node.path("issuer").asText(),
                node.path("nameId").asText(),
                node.path("nameIdFormat").asText(),
                some(node.path("sessionIndex").asText()),
                json.convertValue(node.path("attributes"), ATTRIBUTES),
                Instant.parse(node.path("authenticatedAt").asText()),
                node.path("returnTo").asText());
    }

    byte[] seal(Visit visit) {
        ObjectNode node = json.createObjectNode();
        node.put("nameId", visit.nameId());
        node.put("nameIdFormat", visit.nameIdFormat());
        node.put("sessionIndex", visit.sessionIndex());
        node.put("goodbye", visit.goodbye());
        return sealed(node);
    }

    Visit openVisit(byte[] row) {
        JsonNode node = opened(row);
        return new Visit(
                node.path("nameId").asText(),
                node.path("nameIdFormat").asText(),
                node.path("sessionIndex").asText(),
                node.path("goodbye").asText());
    }

    private byte[] sealed(JsonNode node) {
        try {
            return keys.seal(KEY, json.writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode opened(byte[] row) {
        try {
            return json.readTree(keys.open(KEY, row));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /**
     * What a sign-out needs.
     *
     * @param sessionIndex empty when the provider told none
     * @param goodbye where the browser goes at last, empty for our own page
     */
    record Visit(String nameId, String nameIdFormat, String sessionIndex, String goodbye) {
        @Override
        public String toString() {
            return "Visit";
        }
    }
}
