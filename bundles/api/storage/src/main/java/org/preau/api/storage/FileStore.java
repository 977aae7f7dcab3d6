package org.preau.api.storage;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where bundles keep files: by owner (the bundle or application, {@code news}) and key ({@code 2026/09/photo.jpg}). What is put is there for every node as soon as {@link #put} returns, whole or not at all.
 * Safe on any thread; calls read and write the disk or the network: never on a page's thread for large files.
 *
 * <pre>{@code
 * store.put("news", article + "/photo.jpg", upload, 10 << 20);
 * try (InputStream in = store.open("news", article + "/photo.jpg").orElseThrow()) { … }
 * }</pre>
 *
 * @since 1.0
 */
@ProviderType
public interface FileStore {
    /**
     * Keeps a file, in place of one with the same key; reads {@code content} to its end and leaves it open.
     *
     * @param owner {@code [a-z][a-z0-9_-]*}
     * @param key parts of letters, digits, dot, dash and underscore, divided by slashes; at most 300 characters
     * @param most bytes that the file may have
     * @throws org.preau.api.base.PortalException {@code INVALID_INPUT} when it has more, or the owner's quota is used up; {@code UNAVAILABLE} when it cannot be kept
     */
    StoredFile put(String owner, String key, InputStream content, long most);

    /** Opens a file for reading; the caller closes it. Nothing when there is none. */
    Optional<InputStream> open(String owner, String key);

    /** What is known of a file, or nothing. */
    Optional<StoredFile> find(String owner, String key);

    /** Deletes a file; whether there was one. */
    boolean delete(String owner, String key);

    /** The owner's files whose key begins with {@code prefix}, by key; at most {@code most}. */
    List<StoredFile> list(String owner, String prefix, int most);

    /** Bytes that the owner's files take. */
    long used(String owner);
}
