package org.preau.core.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the backups: each a file and, written last, its description. */
final class BackupStore {
    private static final Logger log = LoggerFactory.getLogger(BackupStore.class);
    private static final String DESCRIPTION = ".json";
    private static final String PARTIAL = ".partial";

    private final Path folder;

    BackupStore(Path folder) {
        this.folder = folder;
    }

    /** Those that are there, the newest first. */
    List<Backup> all() throws IOException {
        List<Backup> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(DESCRIPTION))
                        .toList()) {
                    Backup backup = new ObjectMapper().readValue(file.toFile(), Backup.class);
                    if (Files.exists(Path.of(backup.file()))) {
                        found.add(backup);
                    }
                }
            }
        }
        found.sort(Comparator.comparing(Backup::made).reversed());
        return found;
    }

    /** Where a backup is written until it is whole. */
    Path partial(String name) {
        return folder.resolve(name + PARTIAL);
    }

    /** Gives a whole backup its name and writes its description. */
    void keep(Path partial, Backup backup) throws IOException {
        Files.move(partial, Path.of(backup.file()), StandardCopyOption.ATOMIC_MOVE);
        describe(backup);
    }

    /** Writes its description. */
    void describe(Backup backup) throws IOException {
        Path fresh = folder.resolve(backup.id() + DESCRIPTION + PARTIAL);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), backup);
        Files.move(
                fresh,
                folder.resolve(backup.id() + DESCRIPTION),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what a kill left half. Only while no backup is being made. */
    void tidy() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(PARTIAL)).toList()) {
                Files.delete(file);
                log.info("{} was never finished: removed", file);
            }
        }
    }

    /** Removes those made before that moment, never the newest. */
    void forget(Instant before) throws IOException {
        List<Backup> all = all();
        for (Backup each : all.subList(Math.min(1, all.size()), all.size())) {
            if (Instant.parse(each.made()).isBefore(before)) {
                Files.deleteIfExists(folder.resolve(each.id() + DESCRIPTION));
                Files.deleteIfExists(Path.of(each.file()));
                log.info("Backup {} is older than its time: removed", each.id());
            }
        }
    }
}
