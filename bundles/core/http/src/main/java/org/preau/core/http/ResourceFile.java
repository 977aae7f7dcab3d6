package org.preau.core.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of a bundle, in memory.
 *
 * @param content its bytes
 * @param zipped the same by gzip, where that is smaller
 * @param type content type
 * @param tag strong entity tag without quotes
 */
record ResourceFile(byte[] content, byte @Nullable [] zipped, String type, String tag) {
    private static final int WORTH_IT = 512;

    /** Reads a file. */
    static ResourceFile read(URL url, String name) {
        try (InputStream in = url.openStream()) {
            byte[] content = in.readAllBytes();
            String type = ContentTypes.of(name);
            byte[] zipped = ContentTypes.isText(type) && content.length > WORTH_IT ? zip(content) : null;
            return new ResourceFile(content, zipped, type, digest(content));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
    }

    /** Bytes it keeps in memory. */
    int weight() {
        byte[] smaller = zipped;
        return content.length + (smaller == null ? 0 : smaller.length);
    }

    private static byte @Nullable [] zip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream zip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(content);
        }
        return out.size() < content.length ? out.toByteArray() : null;
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
