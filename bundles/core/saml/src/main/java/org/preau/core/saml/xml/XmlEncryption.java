package org.preau.core.saml.xml;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.encryption.XMLEncryptionException;
import org.apache.xml.security.keys.KeyInfo;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Encrypted assertions: ours for services, those of providers for us. */
public final class XmlEncryption {
    static {
        Init.init();
    }

    private XmlEncryption() {}

    /**
     * Puts an encrypted element in the place of an assertion: AES-256-GCM, its key by RSA-OAEP.
     *
     * @param assertion an assertion, signed already
     */
    public static void encrypt(Element assertion, PublicKey forWhom) {
        Document document = assertion.getOwnerDocument();
        Namespaces.declare(assertion, Namespaces.around(assertion));
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            Key secret = generator.generateKey();
            XMLCipher wrap = XMLCipher.getInstance(XMLCipher.RSA_OAEP);
            wrap.init(XMLCipher.WRAP_MODE, forWhom);
            EncryptedKey key = wrap.encryptKey(document, secret);
            XMLCipher cipher = XMLCipher.getInstance(XMLCipher.AES_256_GCM);
            cipher.init(XMLCipher.ENCRYPT_MODE, secret);
            EncryptedData data = cipher.getEncryptedData();
            KeyInfo info = new KeyInfo(document);
            info.add(key);
            data.setKeyInfo(info);
            Element around = document.createElementNS(SamlNames.ASSERTION, "saml:EncryptedAssertion");
            assertion.getParentNode().replaceChild(around, assertion);
            around.appendChild(assertion);
            cipher.doFinal(document, assertion, false);
            Elements.oneLine(around, SamlNames.XENC, "CipherValue");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("an assertion of ours could not be encrypted", e);
        }
    }

    /**
     * What an encrypted assertion holds, read like any stranger's XML.
     *
     * @param keys ours
     * @param covered whether a verified signature covers it
     */
    public static Document decrypt(Element encrypted, List<PrivateKey> keys, boolean covered) {
        Element data = Elements.only(encrypted, SamlNames.XENC, "EncryptedData");
        String algorithm = algorithm(data);
        if (!Algorithms.AUTHENTICATED.contains(algorithm) && !(covered && Algorithms.CHAINED.contains(algorithm))) {
            throw new SamlRefusedException(
                    Reason.WEAK_ALGORITHM,
                    Algorithms.CHAINED.contains(algorithm)
                            ? "the assertion is encrypted by CBC and the response is not signed: use GCM, or sign the"
                                    + " response"
                            : "the assertion is encrypted by an algorithm that is not taken");
        }
        for (Element wrapped : wrappedKeys(encrypted, data)) {
            if (!Algorithms.KEY_TRANSPORT.contains(algorithm(wrapped))) {
                throw new SamlRefusedException(
                        Reason.WEAK_ALGORITHM, "the assertion's key is encrypted by an algorithm that is not taken");
            }
            for (PrivateKey key : keys) {
                Optional<byte[]> plain = open(data, wrapped, key, algorithm);
                if (plain.isPresent()) {
                    return Namespaces.read(plain.get(), Namespaces.around(encrypted));
                }
            }
        }
        throw new SamlRefusedException(
                Reason.UNDECRYPTABLE, "the assertion is encrypted for another key than ours, or damaged");
    }

    private static List<Element> wrappedKeys(Element encrypted, Element data) {
        List<Element> keys = new ArrayList<>(Elements.children(encrypted, SamlNames.XENC, "EncryptedKey"));
        Elements.child(data, SamlNames.DSIG, "KeyInfo")
                .ifPresent(info -> keys.addAll(Elements.children(info, SamlNames.XENC, "EncryptedKey")));
        return keys.size() > 4 ? keys.subList(0, 4) : keys;
    }

    private static Optional<byte[]> open(Element data, Element wrapped, PrivateKey key, String algorithm) {
        try {
            XMLCipher unwrap = XMLCipher.getInstance();
            unwrap.setSecureValidation(true);
            unwrap.init(XMLCipher.UNWRAP_MODE, key);
            Key secret = unwrap.decryptKey(unwrap.loadEncryptedKey(wrapped.getOwnerDocument(), wrapped), algorithm);
            XMLCipher cipher = XMLCipher.getInstance();
            cipher.setSecureValidation(true);
            cipher.init(XMLCipher.DECRYPT_MODE, secret);
            byte[] plain = cipher.decryptToByteArray(data);
            return plain.length == 0 || !new String(plain, StandardCharsets.UTF_8).contains("<")
                    ? Optional.empty()
                    : Optional.of(plain);
        } catch (XMLEncryptionException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String algorithm(Element encrypted) {
        return Elements.only(encrypted, SamlNames.XENC, "EncryptionMethod").getAttributeNS(null, "Algorithm");
    }
}
