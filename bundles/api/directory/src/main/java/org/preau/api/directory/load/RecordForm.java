package org.preau.api.directory.load;

import java.util.List;
import java.util.Map;

/**
 * How a feed turns attributes as its source gave them into a record of the directory. The directory keeps the attributes of every record; it asks again when a delta replaces some of them, when
 * something that a record named arrives later, and when a load is undone. Called on the thread of the load; must give the same record for the same attributes.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface RecordForm {
    /**
     * The record.
     *
     * @param file name of the file that is being read, for messages
     * @param attributes every attribute of the record, as the source gave it
     */
    FeedRecord record(RecordKind kind, String key, String file, Map<String, List<String>> attributes);
}
