package org.preau.core.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jars of the folder, each read once a change. Used by one thread. */
final class DeployFolder {
    private static final Logger log = LoggerFactory.getLogger(DeployFolder.class);
    private static final long BROKEN_AFTER = Duration.ofSeconds(3).toNanos();

    private final Path folder;
    private Map<Path, Seen> seen = new HashMap<>();

    private record Seen(Object key, long size, long modified, long since, JarReading reading) {
        boolean same(BasicFileAttributes now) {
            return String.valueOf(now.fileKey()).equals(key)
                    && now.size() == size
                    && now.lastModifiedTime().toMillis() == modified;
        }
    }

    /** Looks into this folder; made if it is missing. */
    DeployFolder(Path folder) {
        this.folder = folder;
    }

    /** Where it is. */
    Path path() {
        return folder;
    }

    /** What lies there now, by file. Of a folder that cannot be listed, what lay there before. */
    Map<Path, JarReading> scan() {
        Map<Path, Seen> now = new HashMap<>();
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.jar")) {
                for (Path file : files) {
                    look(file, now);
                }
            }
            seen = now;
        } catch (IOException e) {
            log.warn("{} cannot be read, what is deployed stays: {}", folder, e.toString());
        }
        Map<Path, JarReading> readings = new TreeMap<>();
        seen.forEach((file, one) -> readings.put(file, one.reading()));
        return readings;
    }

    private void look(Path file, Map<Path, Seen> now) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            log.debug("{} went away", file, e);
            return;
        }
        if (!attributes.isRegularFile()) {
            return;
        }
        Seen before = seen.get(file);
        long since = System.nanoTime();
        if (before != null && before.same(attributes)) {
            if (!(before.reading() instanceof JarReading.Incomplete)) {
                now.put(file, before);
                return;
            }
            since = before.since();
        }
        JarReading reading = JarReader.read(file);
        if (reading instanceof JarReading.Incomplete && System.nanoTime() - since > BROKEN_AFTER) {
            reading = new JarReading.Refused("", Words.say("jar.incomplete"));
        }
        now.put(
                file,
                new Seen(
                        String.valueOf(attributes.fileKey()),
                        attributes.size(),
                        attributes.lastModifiedTime().toMillis(),
                        since,
                        reading));
    }
}
