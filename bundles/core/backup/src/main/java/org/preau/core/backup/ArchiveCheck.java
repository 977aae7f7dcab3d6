package org.preau.core.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads an archive back to its end and compares every file with the list of checksums. */
final class ArchiveCheck {
    private static final int BUFFER = 1 << 18;

    private ArchiveCheck() {}

    /** How many files it holds; {@code IOException} says what is wrong with it. */
    static long verify(Path archive, Optional<char[]> passphrase) throws IOException {
        StringBuilder found = new StringBuilder();
        long files = 0;
        boolean listed = false;
        try (InputStream clear = clear(archive, passphrase);
                TarArchiveInputStream tar = tar(clear)) {
            byte[] buffer = new byte[BUFFER];
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.getName().equals(ArchiveWriter.MANIFEST)) {
                    String list = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                    if (!list.contentEquals(found)) {
                        throw new IOException(archive + ": the files are not those of its list of checksums");
                    }
                    listed = true;
                    continue;
                }
                MessageDigest digest = Checksums.sha256();
                for (int read = tar.read(buffer); read > 0; read = tar.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
                found.append(Checksums.line(HexFormat.of().formatHex(digest.digest()), entry.getName()));
                files++;
            }
            // The tar ends before its compression does: only the bytes after it bring the checksum that covers entries'
            // names, sizes and modes.
            clear.transferTo(OutputStream.nullOutputStream());
        }
        if (!listed) {
            throw new IOException(archive + ": the list of checksums is missing, the archive is not whole");
        }
        return files;
    }

    /** The clear archive of a file. */
    static TarArchiveInputStream open(Path archive, Optional<char[]> passphrase) throws IOException {
        return tar(clear(archive, passphrase));
    }

    private static TarArchiveInputStream tar(InputStream clear) {
        return new TarArchiveInputStream(clear, "UTF-8");
    }

    private static InputStream clear(Path archive, Optional<char[]> passphrase) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
        if (passphrase.isPresent()) {
            in = new DecryptingInput(in, passphrase.get());
        }
        return new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
    }
}
