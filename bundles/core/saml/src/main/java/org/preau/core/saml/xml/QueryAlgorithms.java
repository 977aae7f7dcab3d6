package org.preau.core.saml.xml;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;

/** Signatures over the query of a redirect (SAML bindings, 3.4.4.1). */
public final class QueryAlgorithms {
    /** What we sign with. */
    public static final String OURS = Algorithms.RSA_SHA256;

    private QueryAlgorithms() {}

    /** Whether the key verifies the signature. */
    public static boolean verifies(String algorithm, byte[] signed, byte[] value, PublicKey key) {
        String name = Algorithms.SIGNATURES.get(algorithm);
        if (name == null) {
            throw new SamlRefusedException(
                    Reason.WEAK_ALGORITHM, "the message is signed by an algorithm that is not taken");
        }
        try {
            Signature signature = Signature.getInstance(name);
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Signs by {@link #OURS}. */
    public static byte[] sign(byte[] what, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(what);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a message of ours could not be signed", e);
        }
    }
}
