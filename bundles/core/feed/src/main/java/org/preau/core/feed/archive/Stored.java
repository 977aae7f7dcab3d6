package org.preau.core.feed.archive;

/**
 * An archive that was taken.
 *
 * @param name its name, as it was handed in
 * @param path path below the store
 * @param sha256 checksum in hexadecimal
 * @param bytes size
 */
public record Stored(String name, String path, String sha256, long bytes) {}
