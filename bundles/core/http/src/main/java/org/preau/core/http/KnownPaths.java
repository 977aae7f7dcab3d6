package org.preau.core.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paths that endpoints had once and whose bundles they were: kept over restarts, so that a part that is stopped answers 503 and not 404. Safe on any thread.
 */
final class KnownPaths {
    private static final Logger log = LoggerFactory.getLogger(KnownPaths.class);

    private final Map<String, String> ownerByPath = new ConcurrentHashMap<>();
    private final @Nullable Path file;

    /** Reads what was known before; without a file nothing is kept. */
    KnownPaths(@Nullable Path file) {
        this.file = file;
        if (file != null && Files.isReadable(file)) {
            Properties kept = new Properties();
            try (var in = Files.newInputStream(file)) {
                kept.load(in);
            } catch (IOException e) {
                log.warn("Paths known before cannot be read, they answer 404 until their parts are there: {}", file, e);
            }
            kept.forEach((path, owner) -> ownerByPath.put((String) path, (String) owner));
        }
    }

    /** Notes that this bundle answers below this path. */
    void learn(String path, String owner) {
        if (!owner.equals(ownerByPath.put(path, owner))) {
            keep();
        }
    }

    /** The longest known path over this one with the symbolic name of its bundle, or null. */
    Map.@Nullable Entry<String, String> over(String path) {
        for (String above = path; !above.isEmpty(); above = ReservedPaths.parent(above)) {
            String owner = ownerByPath.get(above);
            if (owner != null) {
                return Map.entry(above, owner);
            }
        }
        return null;
    }

    private synchronized void keep() {
        if (file == null) {
            return;
        }
        Properties kept = new Properties();
        kept.putAll(new TreeMap<>(ownerByPath));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var out = Files.newOutputStream(fresh)) {
                kept.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep known paths", e);
        }
    }
}
