package org.preau.core.saml.xml;

import java.util.Map;
import java.util.Set;

/** What is taken: no SHA-1, no HMAC, no RSA 1.5 for keys. Everything else is refused. */
public final class Algorithms {
    /** Signature algorithms by their URI, with Java's names for signatures over a query. */
    static final Map<String, String> SIGNATURES = Map.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "SHA256withRSA",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "SHA384withRSA",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "SHA512withRSA",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", "SHA256withECDSAinP1363Format",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", "SHA384withECDSAinP1363Format",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", "SHA512withECDSAinP1363Format");

    static final Set<String> DIGESTS = Set.of(
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512");
    static final Set<String> CANONICAL = Set.of(SamlNames.EXCLUSIVE, "http://www.w3.org/TR/2001/REC-xml-c14n-20010315");
    static final Set<String> AUTHENTICATED =
            Set.of("http://www.w3.org/2009/xmlenc11#aes128-gcm", "http://www.w3.org/2009/xmlenc11#aes256-gcm");
    /** Only for what a verified signature covers: alone they tell an attacker about the plain text. */
    static final Set<String> CHAINED =
            Set.of("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "http://www.w3.org/2001/04/xmlenc#aes256-cbc");

    static final Set<String> KEY_TRANSPORT =
            Set.of("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p", "http://www.w3.org/2009/xmlenc11#rsa-oaep");
    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private Algorithms() {}
}
