package org.preau.api.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A place for files, such as a folder or an S3 store. Register it as a service; {@code backend = <id>} in {@code org.preau.core.storage.cfg} chooses it. Owners and keys have been checked, sizes and quotas are
 * watched by the portal: a back end moves bytes. Safe on any thread.
 *
 * <pre>{@code
 * @Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
 * public final class S3BackEnd implements StorageBackEnd {
 *     public String id() { return "s3"; }
 *     …
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface StorageBackEnd {
    /** Its name in the configuration, {@code [a-z][a-z0-9]*}. */
    String id();

    /**
     * Keeps a file, in place of one with that key: readers see the old or the new one, never a part. When {@code content} throws nothing is kept.
     *
     * @return bytes kept
     */
    long put(String owner, String key, InputStream content) throws IOException;

    /** Opens a file; nothing when there is none. */
    Optional<InputStream> open(String owner, String key) throws IOException;

    /** Deletes a file; whether there was one. */
    boolean delete(String owner, String key) throws IOException;

    /** The owner's files whose key begins with {@code prefix}, by key; at most {@code most}. */
    List<StoredFile> list(String owner, String prefix, int most) throws IOException;

    /** Whether it can be used just now; asked for the health of the portal. */
    default boolean available() {
        return true;
    }
}
