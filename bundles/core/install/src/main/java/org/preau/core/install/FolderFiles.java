package org.preau.core.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the files of the deploy folder so that a half-done change can be taken back, after a power cut too: what is replaced stays beside it under a hidden name until the new one serves.
 */
final class FolderFiles {
    private static final Logger log = LoggerFactory.getLogger(FolderFiles.class);
    private static final String BEFORE = ".before";

    private final Path folder;

    FolderFiles(Path folder) {
        this.folder = folder;
    }

    /** The files that bring a symbolic name, whatever they are called. */
    Map<Path, PluginJar> of(String name, Map<Path, JarReading> readings) {
        Map<Path, PluginJar> found = new LinkedHashMap<>();
        readings.forEach((file, reading) -> {
            if (reading instanceof JarReading.Plugin plugin
                    && plugin.jar().name().equals(name)) {
                found.put(file, plugin.jar());
            }
        });
        return found;
    }

    /** Takes files out of sight. */
    void hide(Iterable<Path> files) {
        files.forEach(file -> move(file, hidden(file)));
    }

    /** Brings them back. */
    void show(Iterable<Path> files) {
        files.forEach(file -> move(hidden(file), file));
    }

    /** Deletes those that were hidden. */
    void forget(Iterable<Path> files) {
        files.forEach(file -> delete(hidden(file)));
    }

    /** Copies a jar into the folder, whole at once. */
    void put(Path jar, Path target) {
        Path part = folder.resolve("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
        move(part, target);
    }

    /** Takes back what was not finished when the portal was killed. */
    void recover() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(folder, ".*" + BEFORE)) {
            for (Path file : hidden) {
                String name = String.valueOf(file.getFileName());
                Path original = folder.resolve(name.substring(1, name.length() - BEFORE.length()));
                if (Files.exists(original)) {
                    delete(file);
                } else {
                    log.warn("{} comes back: its update was interrupted", original);
                    move(file, original);
                }
            }
        } catch (IOException e) {
            log.warn("{} cannot be read: {}", folder, e.toString());
        }
    }

    /** Deletes a file that may be gone already. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private Path hidden(Path file) {
        return folder.resolve("." + file.getFileName() + BEFORE);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + from + " to " + to, e);
        }
    }
}
