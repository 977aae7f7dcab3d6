package org.preau.api.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;

/**
 * Where a feed puts what it reads. Used by one thread.
 *
 * @since 1.0
 */
@ProviderType
public interface FeedSink {
    /**
     * Told once, before the first record, when the archive has said where it comes from.
     *
     * @param academy code of the academy
     * @param complete whether who is absent has left (complete archive) or absence means nothing (delta)
     * @param date date of generation
     */
    void begin(String academy, boolean complete, LocalDate date);

    /** A record, whole. */
    void add(FeedRecord record);

    /**
     * A change of a known record.
     *
     * @param replaced the new values by attribute; an empty list takes the attribute away
     */
    void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced);

    /** A known record is gone. */
    void remove(RecordKind kind, String key, String file);

    /** Something is wrong. After an error records are no longer kept; the feed may go on to find more. */
    void report(LoadFinding finding);

    /** Whether an error was reported. */
    boolean rejected();
}
