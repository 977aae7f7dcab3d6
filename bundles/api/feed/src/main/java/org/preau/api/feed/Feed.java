package org.preau.api.feed;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.base.LocalizedText;
import org.preau.api.directory.load.RecordForm;

/**
 * Registered as a service by a feed bundle: reads the files of one system and normalises their records. It writes nothing itself.
 *
 * <p>Called on the thread of a command or job, as long as it takes. What is wrong with a file is told to the sink, never thrown.
 *
 * <pre>{@code
 * @Component
 * public final class CanteenFeed implements Feed {
 *     public String name() { return "canteen"; }
 *     public LocalizedText label() { return TEXTS.both("feed"); }
 *     public Map<String, Integer> read(Path file, FeedOptions options, FeedSink sink) { … }
 *     public RecordForm form() { return CanteenForm.INSTANCE; }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface Feed {
    /** Name on the command line and of the drop folder: {@code aaf}. */
    String name();

    /** What people call it. */
    LocalizedText label();

    /**
     * Reads an archive from end to end: form, slices, degree, academy, versions. Goes on after an error as far as it makes sense, to find the others.
     *
     * @param file archive or folder
     * @return records read, by kind as the feed names it ({@code Eleve}), in the feed's order, those that were not met with 0
     */
    Map<String, Integer> read(Path file, FeedOptions options, FeedSink sink);

    /**
     * Whether a partial archive of this feed changes what a complete one gave: refused before one was applied, and out of its turn. Otherwise a partial archive that only adds is a list that stands
     * alone.
     */
    default boolean deltas() {
        return false;
    }

    /** How attributes kept from earlier files become records. */
    RecordForm form();
}
