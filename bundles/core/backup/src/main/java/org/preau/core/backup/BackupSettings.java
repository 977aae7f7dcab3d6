package org.preau.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The settings, checked.
 *
 * @param times times of day, in order
 * @param folder where backups are written
 * @param keepDays how long they are kept
 * @param passphraseFile what encrypts them
 * @param clearMasterKey whether a clear backup holds the master key
 * @param offsite the words of the off-site command, empty for none
 * @param programs where {@code pg_dump} is, when the operator says so
 */
record BackupSettings(
        List<LocalTime> times,
        Path folder,
        int keepDays,
        Optional<Path> passphraseFile,
        boolean clearMasterKey,
        List<String> offsite,
        Optional<Path> programs) {
    /** Reads a configuration; {@code IllegalArgumentException} says what is wrong in it. */
    static BackupSettings of(BackupConfig config, Path base) {
        List<LocalTime> times;
        try {
            times = words(config.times(), "[,\\s]+").stream()
                    .map(LocalTime::parse)
                    .sorted()
                    .toList();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("times: want 02:30, 13:30, got " + config.times(), e);
        }
        List<String> offsite = words(config.offsite_command(), "\\s+");
        if (!offsite.isEmpty() && !config.offsite_command().contains("{file}")) {
            throw new IllegalArgumentException("offsite.command: {file} must stand in it");
        }
        return new BackupSettings(
                times,
                config.folder().isBlank()
                        ? base.resolve("backup")
                        : base.resolve(config.folder().strip()),
                config.keep_days(),
                Optional.of(config.passphrase_file().strip())
                        .filter(file -> !file.isEmpty())
                        .map(base::resolve),
                config.include_master_key(),
                offsite,
                Optional.of(config.postgresql_bin().strip())
                        .filter(bin -> !bin.isEmpty())
                        .map(base::resolve));
    }

    /** The passphrase, if backups are encrypted. {@code IOException} when its file cannot be read or is empty. */
    Optional<char[]> passphrase() throws IOException {
        if (passphraseFile.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Passphrase.read(passphraseFile.get()));
    }

    /** Whether backups hold the master key. */
    boolean masterKey() {
        return clearMasterKey || passphraseFile.isPresent();
    }

    /** Makes the folder, for its owner only. */
    void createFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static List<String> words(String text, String separator) {
        return Arrays.stream(text.strip().split(separator))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
