package org.preau.api.directory.load;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One load, used by one thread: add every record, then check, then compare, then apply or close.
 *
 * <p>Records are streamed into staging (constant memory). {@link #close} abandons what was not applied; a crash leaves at most staging rows that the next start removes.
 */
@ProviderType
public interface DirectoryLoad extends AutoCloseable {
    /** Stages one record. */
    void add(FeedRecord record);

    /** References and duplicates over all that was staged: dangling guardians, one INE for two pupils, unknown schools, keys present twice… */
    List<LoadFinding> check();

    /** What applying would change; computed in the database, nothing written outside staging. */
    LoadDifference difference();

    /** Applies the load in one transaction, audited; returns what was done. Applying the same archive again changes nothing. */
    LoadDifference apply();

    /** Abandons the load unless it was applied; never throws for an applied one. */
    @Override
    void close();
}
