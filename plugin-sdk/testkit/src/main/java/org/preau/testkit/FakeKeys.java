package org.preau.testkit;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.preau.api.keys.Keys;

/** Keys that protect nothing: a real HMAC under a key everybody knows, and bytes turned round for a seal. */
public final class FakeKeys implements Keys {
    @Override
    public byte[] hmac(String name, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(name.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean verify(String name, byte[] data, byte[] mac) {
        return MessageDigest.isEqual(hmac(name, data), mac);
    }

    @Override
    public byte[] seal(String name, byte[] plain) {
        return turned(plain);
    }

    @Override
    public byte[] open(String name, byte[] sealed) {
        return turned(sealed);
    }

    /** Changes nothing. */
    @Override
    public void rotate(String name) {}

    private static byte[] turned(byte[] bytes) {
        byte[] turned = Arrays.copyOf(bytes, bytes.length);
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) ~turned[i];
        }
        return turned;
    }
}
