package org.preau.core.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the master key is: 32 bytes in Base64, in the environment ({@code PREAU_KEY}) or in {@code DIR/etc/preau.key} (0600). Never in the database. */
final class MasterKey {
    /** Length of the key. */
    static final int BYTES = 32;

    private static final Logger log = LoggerFactory.getLogger(MasterKey.class);

    private final Path file;
    private final @Nullable String environment;

    /**
     * The place of the key.
     *
     * @param environment the value of {@code PREAU_KEY}, null where there is none
     */
    MasterKey(Path file, @Nullable String environment) {
        this.file = file;
        this.environment = environment;
    }

    /** The key, if there is one. {@code IOException} when it cannot be read or is none. */
    Optional<byte[]> read() throws IOException {
        if (environment != null && !environment.isBlank()) {
            return Optional.of(decoded(environment, "PREAU_KEY"));
        }
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.GROUP_READ)) {
            log.warn("{} can be read by others; it should be 0600", file);
        }
        return Optional.of(decoded(Files.readString(file), file.toString()));
    }

    /** Makes a key and writes it to the disk. Only ever called for a portal that has no key in its database. */
    byte[] make() throws IOException {
        byte[] key = SealedBytes.random(BYTES);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        log.info("Made the master key {}: keep a copy of it apart from the backups of the database", file);
        return key;
    }

    /** What to tell an operator who looks for it. */
    String place() {
        return file + " or PREAU_KEY";
    }

    private static byte[] decoded(String text, String where) throws IOException {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(where + " is not Base64", e);
        }
        if (key.length != BYTES) {
            throw new IOException(where + " holds " + key.length + " bytes, want " + BYTES);
        }
        return key;
    }
}
