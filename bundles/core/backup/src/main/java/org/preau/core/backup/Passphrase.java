package org.preau.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption of a backup, with nothing but the JDK: {@code ./preau restore} uses it without the portal.
 *
 * <p>Format: {@value #MAGIC} (8 bytes), salt (16), iterations (4, big-endian); then chunks, each a length (4) and so many bytes of AES-256-GCM ciphertext with its tag, of
 * at most 1 MiB of plain text. Key: PBKDF2-HMAC-SHA-256 of the passphrase. Nonce of chunk n: seven zeros, n (4), 1 for the last chunk and 0 for others (1): chunks can be
 * neither left out, nor moved, nor cut off.
 */
final class Passphrase {
    static final String MAGIC = "PREAUBK1";
    static final int SALT = 16;
    static final int ITERATIONS = 600_000;
    static final int CHUNK = 1 << 20;
    static final int TAG = 16;
    private static final int NONCE = 12;
    private static final int KEY_BITS = 256;
    private static final int SHORTEST = 12;

    private Passphrase() {}

    /** The first line of a file. */
    static char[] read(Path file) throws IOException {
        String line = Files.readString(file).lines().findFirst().orElse("").strip();
        if (line.length() < SHORTEST) {
            throw new IOException(file + ": a passphrase has at least " + SHORTEST + " characters");
        }
        return line.toCharArray();
    }

    /** The key of one file. */
    static SecretKeySpec key(char[] passphrase, byte[] salt, int iterations) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, KEY_BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        return new SecretKeySpec(key, "AES");
    }

    /** The cipher of one chunk. */
    static Cipher cipher(int mode, SecretKeySpec key, int chunk, boolean last) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        for (int i = 0; i < Integer.BYTES; i++) {
            nonce[NONCE - 2 - i] = (byte) (chunk >>> (Byte.SIZE * i));
        }
        nonce[NONCE - 1] = (byte) (last ? 1 : 0);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher;
    }
}
