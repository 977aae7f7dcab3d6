package org.preau.core.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Decrypts what {@link EncryptingOutput} wrote; a wrong passphrase, a changed or a cut file is an {@code IOException}. */
final class DecryptingInput extends InputStream {
    private final DataInputStream in;
    private final SecretKeySpec key;
    private byte[] plain = new byte[0];
    private int at;
    private int chunk;
    private boolean last;

    DecryptingInput(InputStream in, char[] passphrase) throws IOException {
        this.in = new DataInputStream(in);
        byte[] magic = this.in.readNBytes(Passphrase.MAGIC.length());
        if (!Arrays.equals(magic, Passphrase.MAGIC.getBytes(StandardCharsets.US_ASCII))) {
            throw new IOException("this is no encrypted backup");
        }
        byte[] salt = this.in.readNBytes(Passphrase.SALT);
        int iterations = this.in.readInt();
        if (iterations < 1 || iterations > Passphrase.ITERATIONS * 10) {
            throw new IOException("this is no encrypted backup");
        }
        try {
            this.key = Passphrase.key(passphrase, salt, iterations);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot decrypt", e);
        }
    }

    @Override
    public int read() throws IOException {
        return more() ? plain[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int some = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, bytes, from, some);
        at += some;
        return some;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean more() throws IOException {
        while (at == plain.length && !last) {
            next();
        }
        return at < plain.length;
    }

    /** Whether a chunk is the last one is not written: only one of the two nonces opens it. */
    private void next() throws IOException {
        byte[] sealed;
        try {
            int length = in.readInt();
            if (length < Passphrase.TAG || length > Passphrase.CHUNK + Passphrase.TAG) {
                throw new IOException("this backup is damaged");
            }
            sealed = new byte[length];
            in.readFully(sealed);
        } catch (EOFException e) {
            throw new IOException("this backup is cut off", e);
        }
        boolean full = sealed.length == Passphrase.CHUNK + Passphrase.TAG;
        if (full && opened(sealed, false)) {
            return;
        }
        if (!opened(sealed, true)) {
            throw new IOException(
                    chunk == 0 ? "another passphrase, or this backup was changed" : "this backup was changed");
        }
        last = true;
    }

    private boolean opened(byte[] sealed, boolean asLast) {
        try {
            plain = Passphrase.cipher(Cipher.DECRYPT_MODE, key, chunk, asLast).doFinal(sealed);
            at = 0;
            chunk++;
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
