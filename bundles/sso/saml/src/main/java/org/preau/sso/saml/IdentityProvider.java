package org.preau.sso.saml;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.http.PublicAddress;
import org.preau.api.keys.SigningKeys;
import org.preau.api.saml.SamlMessages.Signer;

/** Who the portal is towards services: its name is the address of its metadata. */
@Component(service = IdentityProvider.class)
public final class IdentityProvider {
    static final String PATH = "/sso/saml";
    private static final String KEY = "sso.saml";

    private final SigningKeys keys;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public IdentityProvider(@Reference SigningKeys keys, @Reference PublicAddress address) {
        this.keys = keys;
        this.address = address;
    }

    String entityId() {
        return address.absolute(PATH + "/metadata");
    }

    URI signOn() {
        return URI.create(address.absolute(PATH + "/sso"));
    }

    URI logout() {
        return URI.create(address.absolute(PATH + "/slo"));
    }

    Signer signer() {
        SigningKeys.SigningKey key = keys.current(KEY);
        return new Signer(key.privateKey(), key.certificate());
    }

    List<X509Certificate> certificates() {
        return keys.published(KEY).stream()
                .map(SigningKeys.SigningKey::certificate)
                .toList();
    }
}
