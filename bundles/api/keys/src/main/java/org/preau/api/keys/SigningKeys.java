package org.preau.api.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Key pairs with a self-signed certificate each, for protocols that publish their public key: OpenID Connect, SAML, LTI. RSA (2048 bits or more, see ADR 0009); on the curve P-256 where the name ends in {@value #ELLIPTIC}. Kept like {@link Keys}, the same on every node, made at first use.
 * The private key is handed out as an object because XML signatures want one; it is never encoded anywhere but in the wrapped row.
 *
 * @since 1.0
 */
@ProviderType
public interface SigningKeys {
    /** End of the names of elliptic pairs: {@code sso.oidc.es256}. */
    String ELLIPTIC = ".es256";

    /** Whether the pairs of that name are elliptic (P-256); RSA otherwise. */
    static boolean elliptic(String name) {
        return name.endsWith(ELLIPTIC);
    }

    /**
     * The pair that signs now.
     *
     * @param name {@code [a-z0-9.-]+}, such as {@code sso.oidc}
     * @throws org.preau.api.base.PortalException {@code UNAVAILABLE} while the key cannot be read
     */
    SigningKey current(String name);

    /** All pairs to publish, the one that signs first: older ones, and one announced but not used yet, still verify. */
    List<SigningKey> published(String name);

    /**
     * Makes a new pair. It is published at once and signs from {@code signsFrom} on, so that services which keep a copy of our keys have fetched it by then; the oldest pairs beyond three are forgotten.
     */
    void rotate(String name, Instant signsFrom);

    /**
     * A pair.
     *
     * @param kid its identifier, 16 hexadecimal digits
     * @param privateKey signs
     * @param certificate holds the public key; self-signed, ten years at most
     * @param signsFrom since when it signs
     */
    record SigningKey(String kid, PrivateKey privateKey, X509Certificate certificate, Instant signsFrom) {
        @Override
        public String toString() {
            return "SigningKey[" + kid + "]";
        }
    }
}
