package org.preau.sso.saml;

import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What a service's side is told, where it does not read the metadata; the certificates as PEM, the one that signs now first. */
    Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("IdP metadata", entityId());
        told.put("entityID", entityId());
        told.put("SingleSignOnService (HTTP-Redirect, HTTP-POST)", signOn().toString());
        told.put("SingleLogoutService (HTTP-Redirect, HTTP-POST)", logout().toString());
        told.put("NameIDFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");
        List<X509Certificate> all = certificates();
        for (int i = 0; i < all.size(); i++) {
            told.put(i == 0 ? "X509Certificate" : "X509Certificate (" + (i + 1) + ")", pem(all.get(i)));
        }
        return told;
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate of ours cannot be written", e);
        }
    }
}
