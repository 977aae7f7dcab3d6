package org.preau.api.directory.load;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;

/**
 * One load, used by one thread: add every record, then check, then compare, then apply or close.
 *
 * <p>Records are streamed into staging (constant memory). {@link #close} abandons what was not applied; what a crash leaves behind is removed when the next load opens.
 *
 * @since 1.0
 */
@ProviderType
public interface DirectoryLoad extends AutoCloseable {
    /** Identifier, by which an applied load is undone. */
    UUID id();

    /** Stages one record, whole: it is new or replaces the one known under its key. */
    void add(FeedRecord record);

    /**
     * Stages a change of a record that the directory knows: some attributes get new values, the others stay (AAF {@code modifyRequest}). A key that is not known is a finding of {@link #check}.
     *
     * @param replaced the new values by attribute; an empty list takes the attribute away
     */
    void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced);

    /** Stages that a record is gone (AAF {@code deleteRequest}). A key that is not known is a finding of {@link #check}. */
    void remove(RecordKind kind, String key, String file);

    /** References and duplicates over all that was staged: dangling guardians, one INE for two pupils, unknown schools, keys present twice… */
    List<LoadFinding> check();

    /** What applying would change; computed in the database, nothing written outside staging. */
    LoadDifference difference();

    /** The difference by school and kind, by name of school; people of several schools count in each. Only after {@link #difference}. */
    Page<SchoolDifference> bySchool(PageRequest page);

    /** Some of the records that change in this way, for people to look at. Only after {@link #difference}. */
    List<ChangeSample> samples(String schoolCode, RecordKind kind, ChangeSample.Change change, int most);

    /**
     * Applies the load in one transaction, audited; returns what was done. Applying the same archive again changes nothing.
     *
     * @param leavers who may leave
     */
    LoadDifference apply(Leavers leavers);

    /** Abandons the load unless it was applied; never throws for an applied one. */
    @Override
    void close();
}
