package org.preau.core.feed.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 of an archive, or of a folder's files with their names in order; copies on the way where wanted. */
final class ArchiveDigest {
    private static final int BUFFER = 1 << 16;
    /** Folders in folders that are looked into: tables of several schools come in a folder for each. */
    private static final int DEEPEST = 5;

    private final MessageDigest digest = sha256();
    private long bytes;

    /** Reads a file or folder. */
    void read(Path source) throws IOException {
        each(source, file -> pass(file, OutputStream.nullOutputStream()));
    }

    /** Reads a file or folder and copies it to {@code target}, which must not be there. */
    void copy(Path source, Path target) throws IOException {
        if (Files.isDirectory(source)) {
            Files.createDirectory(target);
        }
        each(source, file -> {
            Path copy = target;
            if (Files.isDirectory(source)) {
                copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
            }
            try (OutputStream out = Files.newOutputStream(copy)) {
                pass(file, out);
            }
        });
    }

    /** Checksum in hexadecimal of what was read. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** How much was read. */
    long bytes() {
        return bytes;
    }

    /** The files of an archive: itself, or those of the folder in order. */
    static List<Path> files(Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return List.of(source);
        }
        try (Stream<Path> all = Files.walk(source, DEEPEST)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void each(Path source, Work work) throws IOException {
        for (Path file : files(source)) {
            if (Files.isDirectory(source)) {
                digest.update(source.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            }
            work.on(file);
        }
    }

    private void pass(Path file, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                bytes += read;
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private interface Work {
        void on(Path file) throws IOException;
    }
}
