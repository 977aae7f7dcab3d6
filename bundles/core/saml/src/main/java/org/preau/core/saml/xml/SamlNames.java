package org.preau.core.saml.xml;

/** Namespaces and identifiers of SAML 2.0, XML signatures and XML encryption. */
public final class SamlNames {
    /** Messages. */
    public static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    /** Assertions. */
    public static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    /** Metadata. */
    public static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    /** Signatures. */
    public static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    /** Encryption. */
    public static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    /** SOAP envelopes. */
    public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    /** The bearer of an assertion is its subject. */
    public static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    /** It worked. */
    public static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
    /** What statuses begin with. */
    public static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
    /** A name kept for ever, for one service. */
    public static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    /** Any format of name. */
    public static final String UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
    /** A name for one visit. */
    public static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    /** Exclusive canonical XML without comments. */
    public static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    private SamlNames() {}
}
