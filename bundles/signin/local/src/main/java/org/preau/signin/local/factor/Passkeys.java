package org.preau.signin.local.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks what passkeys answer (WebAuthn level 2): for this portal's origin, with the user verified by the device, no attestation asked for. */
final class Passkeys {
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final URI origin;

    Passkeys(URI origin) {
        this.origin = origin;
    }

    /** Browsers know passkeys under names only, not under addresses, and over https only but for this machine. */
    boolean possible() {
        String host = host();
        boolean named = !host.isEmpty() && host.chars().anyMatch(Character::isLetter) && !host.contains(":");
        return named && ("https".equals(origin.getScheme()) || host.equals("localhost"));
    }

    /** The name that passkeys are bound to. */
    String host() {
        return Objects.requireNonNullElse(origin.getHost(), "");
    }

    /** The passkey that was made, if the answer to the challenge is right. */
    Optional<Passkey> registered(UUID accountId, String name, byte[] challenge, String answer, Instant now) {
        try {
            RegistrationData data = manager.parseRegistrationResponseJSON(answer);
            manager.verify(
                    data,
                    new RegistrationParameters(
                            property(challenge),
                            ALGORITHMS.stream()
                                    .map(one ->
                                            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
                                    .toList(),
                            true,
                            true));
            AuthenticatorData<?> told = Objects.requireNonNull(data.getAttestationObject(), "attestation")
                    .getAuthenticatorData();
            AttestedCredentialData credential =
                    Objects.requireNonNull(told.getAttestedCredentialData(), "credential data");
            return Optional.of(new Passkey(
                    credential.getCredentialId(),
                    accountId,
                    name,
                    credentials.convert(credential),
                    told.getSignCount(),
                    told.isFlagBE(),
                    told.isFlagBS(),
                    now,
                    null));
        } catch (WebAuthnException | NullPointerException | IllegalArgumentException e) {
            log.info("a new passkey of account {} is refused: {}", accountId, e.toString());
            return Optional.empty();
        }
    }

    /**
     * What a passkey told when it signed.
     *
     * @param passkey which
     * @param signCount its count by now
     * @param backedUp whether it was copied
     */
    record Signed(Passkey passkey, long signCount, boolean backedUp) {}

    /** Who signed the challenge, if it is one of these passkeys and everything is right; a count that went back is refused (a copy of the key). */
    Optional<Signed> signed(List<Passkey> passkeys, byte[] challenge, String answer) {
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(answer);
            Optional<Passkey> known = passkeys.stream()
                    .filter(one -> Arrays.equals(one.credentialId(), data.getCredentialId()))
                    .findFirst();
            if (known.isEmpty()) {
                log.info("a passkey is refused: it is not one of the account's");
                return Optional.empty();
            }
            manager.verify(
                    data, new AuthenticationParameters(property(challenge), record(known.get()), null, true, true));
            AuthenticatorData<?> told = Objects.requireNonNull(data.getAuthenticatorData(), "authenticator data");
            return Optional.of(new Signed(known.get(), told.getSignCount(), told.isFlagBS()));
        } catch (WebAuthnException | NullPointerException | IllegalArgumentException e) {
            log.info("a passkey is refused: {}", e.toString());
            return Optional.empty();
        }
    }

    private ServerProperty property(byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(origin.toString()))
                .rpId(host())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupAble(),
                passkey.backedUp(),
                passkey.signCount(),
                credentials.convert(passkey.credential()),
                null,
                null,
                null,
                null);
    }
}
