package org.preau.core.saml.counter;

import java.net.URI;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import org.preau.api.http.PublicAddress;
import org.preau.api.keys.SigningKeys;
import org.preau.api.saml.SamlMessages.Signer;
import org.preau.api.saml.SamlParties;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.message.MetadataWriter;

/** Who a counter is towards its provider: names, addresses, keys. */
final class CounterSide {
    private final String counter;
    private final Optional<String> entityId;
    private final SamlParties.Watched provider;
    private final SigningKeys keys;
    private final PublicAddress address;

    CounterSide(
            String counter,
            Optional<String> entityId,
            SamlParties.Watched provider,
            SigningKeys keys,
            PublicAddress address) {
        this.counter = counter;
        this.entityId = entityId;
        this.provider = provider;
        this.keys = keys;
        this.address = address;
    }

    String counter() {
        return counter;
    }

    String path() {
        return "/signin/" + counter;
    }

    /** Our name; who configured the provider's name as ours meant the provider, and we are called by the address of our metadata. */
    String entityId() {
        return entityId.filter(own -> provider.current()
                        .filter(party -> party.entityId().equals(own))
                        .isEmpty())
                .orElseGet(() -> address.absolute(path() + "/metadata"));
    }

    URI consumer() {
        return URI.create(address.absolute(path() + "/acs"));
    }

    URI logout() {
        return URI.create(address.absolute(path() + "/slo"));
    }

    Signer signer() {
        SigningKeys.SigningKey key = keys.current(keyName());
        return new Signer(key.privateKey(), key.certificate());
    }

    List<PrivateKey> privateKeys() {
        return keys.published(keyName()).stream()
                .map(SigningKeys.SigningKey::privateKey)
                .toList();
    }

    String metadata() {
        return MetadataWriter.serviceProvider(
                entityId(),
                keys.published(keyName()).stream()
                        .map(SigningKeys.SigningKey::certificate)
                        .toList(),
                consumer(),
                logout(),
                signer());
    }

    SamlParties.Watched watched() {
        return provider;
    }

    SamlParty provider() {
        return provider.current()
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.NO_METADATA,
                        "the provider's metadata is missing: "
                                + provider.trouble().orElse("its validity is over")));
    }

    PublicAddress address() {
        return address;
    }

    private String keyName() {
        return "signin." + counter;
    }
}
