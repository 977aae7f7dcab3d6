package org.preau.api.directory.load;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by a feed bundle: an exchange of files with a State system that fills the directory. The commands {@code preau:feed-check} and {@code
 * preau:feed-apply} find it by {@link #name}.
 *
 * <p>Called on the thread of the command or job, as long as it takes. What is wrong with the file is told in the report, never thrown.
 */
@ConsumerType
public interface Feed {
    /** Name on the command line: {@code aaf}. */
    String name();

    /**
     * Reads and compares, writes nothing of the directory.
     *
     * @param file archive or folder, as the operator named it
     */
    FeedReport check(Path file, FeedOptions options);

    /** Reads, compares and applies unless the archive is rejected or held; all or nothing. */
    FeedReport apply(Path file, FeedOptions options);
}
