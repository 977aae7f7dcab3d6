package org.preau.api.saml;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a message travels (SAML bindings).
 *
 * @since 1.0
 */
public enum SamlBinding {
    /** Deflated in the query of a redirect. */
    REDIRECT("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"),
    /** In a form that the browser posts. */
    POST("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"),
    /** From server to server. */
    SOAP("urn:oasis:names:tc:SAML:2.0:bindings:SOAP");

    private final String uri;

    SamlBinding(String uri) {
        this.uri = uri;
    }

    /** Its URI in metadata. */
    public String uri() {
        return uri;
    }

    /** The binding of that URI, if it is one of these. */
    public static Optional<SamlBinding> of(String uri) {
        return Arrays.stream(values()).filter(one -> one.uri.equals(uri)).findFirst();
    }
}
