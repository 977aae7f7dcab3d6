package org.preau.api.storage;

import java.time.Instant;

/**
 * A file that is kept.
 *
 * @param owner whose it is
 * @param key its name there
 * @param size bytes
 * @param changed when it was put
 * @since 1.0
 */
public record StoredFile(String owner, String key, long size, Instant changed) {}
