package org.preau.core.connect.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.preau.api.keys.Keys;

/** Keys that everybody knows; {@link #rotate} changes them all. */
public final class FakeKeys implements Keys {
    private volatile int version = 1;

    @Override
    public byte[] hmac(String name, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((name + version).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
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

    private static byte[] turned(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] ^= (byte) 0x55;
        }
        return turned;
    }

    @Override
    public void rotate(String name) {
        version = version + 1;
    }
}
