package org.preau.core.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * A tar of files with their SHA-256, compressed and, with a passphrase, encrypted while it is written. Its last entry, {@value #MANIFEST}, lists the checksums as
 * {@code sha256sum -c} reads them.
 */
final class ArchiveWriter implements Closeable {
    /** Name of the list of checksums. */
    static final String MANIFEST = "MANIFEST.sha256";

    private static final int BUFFER = 1 << 18;
    private static final int FILE_MODE = 0100600;
    private static final int PROGRAM_MODE = 0100700;
    private static final int FOLDER_MODE = 040700;

    private final Path target;
    private final MessageDigest whole = Checksums.sha256();
    private final TarArchiveOutputStream tar;
    private final StringBuilder manifest = new StringBuilder();
    private final byte[] buffer = new byte[BUFFER];
    private long files;
    private long bytes;

    /** Begins an archive in a file that is not there yet. */
    ArchiveWriter(Path target, Optional<char[]> passphrase) throws IOException {
        this.target = target;
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        OutputStream out = new BufferedOutputStream(
                new DigestOutputStream(Files.newOutputStream(target, StandardOpenOption.WRITE), whole), BUFFER);
        if (passphrase.isPresent()) {
            out = new EncryptingOutput(out, passphrase.get());
        }
        GzipParameters quick = new GzipParameters();
        quick.setCompressionLevel(1);
        quick.setBufferSize(BUFFER);
        tar = new TarArchiveOutputStream(
                new BufferedOutputStream(new GzipCompressorOutputStream(out, quick), BUFFER), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Adds a folder, which may stay empty. */
    void folder(String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(FOLDER_MODE);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    /**
     * Adds a file as long as it is now: what is appended meanwhile is left out, what is cut off meanwhile becomes zeros, as a database in backup mode allows. Nothing
     * when it has just gone.
     */
    void file(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            begin(name, size, Files.isExecutable(file));
            MessageDigest digest = Checksums.sha256();
            long left = size;
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (read == 0) {
                    read = (int) Math.min(buffer.length, left);
                    Arrays.fill(buffer, 0, read, (byte) 0);
                }
                tar.write(buffer, 0, read);
                digest.update(buffer, 0, read);
                left -= read;
            }
            end(name, size, digest);
        } catch (NoSuchFileException e) {
            return;
        }
    }

    /** Adds a file with that content. */
    void content(String name, byte[] content) throws IOException {
        begin(name, content.length, false);
        tar.write(content);
        MessageDigest digest = Checksums.sha256();
        digest.update(content);
        end(name, content.length, digest);
    }

    /** Writes the list of checksums and puts all on the disk. */
    Written finish() throws IOException {
        byte[] list = manifest.toString().getBytes(StandardCharsets.UTF_8);
        begin(MANIFEST, list.length, false);
        tar.write(list);
        tar.closeArchiveEntry();
        tar.close();
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return new Written(files, bytes, HexFormat.of().formatHex(whole.digest()));
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void begin(String name, long size, boolean program) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(program ? PROGRAM_MODE : FILE_MODE);
        tar.putArchiveEntry(entry);
    }

    private void end(String name, long size, MessageDigest digest) throws IOException {
        tar.closeArchiveEntry();
        manifest.append(Checksums.line(HexFormat.of().formatHex(digest.digest()), name));
        files++;
        bytes += size;
    }

    /**
     * What an archive holds.
     *
     * @param files how many
     * @param bytes of them, before compression
     * @param sha256 of the archive itself
     */
    record Written(long files, long bytes, String sha256) {}
}
