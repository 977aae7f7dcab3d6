package org.preau.core.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what is written, chunk by chunk, in the format of {@link Passphrase}. Only {@code close} makes it whole. */
final class EncryptingOutput extends OutputStream {
    private final DataOutputStream out;
    private final SecretKeySpec key;
    private final byte[] plain = new byte[Passphrase.CHUNK];
    private int filled;
    private int chunk;
    private boolean closed;

    EncryptingOutput(OutputStream out, char[] passphrase) throws IOException {
        this.out = new DataOutputStream(out);
        byte[] salt = new byte[Passphrase.SALT];
        new SecureRandom().nextBytes(salt);
        try {
            this.key = Passphrase.key(passphrase, salt, Passphrase.ITERATIONS);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot encrypt", e);
        }
        this.out.write(Passphrase.MAGIC.getBytes(StandardCharsets.US_ASCII));
        this.out.write(salt);
        this.out.writeInt(Passphrase.ITERATIONS);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (filled == plain.length) {
                flushChunk(false);
            }
            int some = Math.min(left, plain.length - filled);
            System.arraycopy(bytes, at, plain, filled, some);
            filled += some;
            at += some;
            left -= some;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            flushChunk(true);
            out.close();
        }
    }

    private void flushChunk(boolean last) throws IOException {
        try {
            byte[] sealed =
                    Passphrase.cipher(Cipher.ENCRYPT_MODE, key, chunk, last).doFinal(plain, 0, filled);
            out.writeInt(sealed.length);
            out.write(sealed);
        } catch (GeneralSecurityException e) {
            throw new IOException("a chunk cannot be encrypted", e);
        }
        chunk++;
        filled = 0;
    }
}
