package org.preau.api.extension;

import java.time.Instant;
import java.util.List;

/**
 * Data that an extension left behind when it was taken away.
 *
 * @param id symbolic name of the extension
 * @param version the version that was taken away
 * @param name its name for people
 * @param removedAt when
 * @param schemas its schemas that are still there
 * @param bytes their size with indexes
 * @since 1.0
 */
public record KeptData(String id, String version, String name, Instant removedAt, List<String> schemas, long bytes) {
    /** Keeps its own copy. */
    public KeptData {
        schemas = List.copyOf(schemas);
    }
}
