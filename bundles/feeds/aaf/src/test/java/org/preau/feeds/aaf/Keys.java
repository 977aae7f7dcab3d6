package org.preau.feeds.aaf;

import java.util.List;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.RecordKind;

/** Reads test archives without a directory. */
final class Keys {
    private Keys() {}

    /** Every record of an archive of academy 24. */
    static List<FeedRecord> records(String archive) {
        MemoryDirectory directory = new MemoryDirectory(new AafFeed("24", "1D"));
        directory.take(Expected.of(archive).archive());
        return directory.all().values().stream()
                .flatMap(each -> each.values().stream())
                .toList();
    }

    /** The keys of one kind. */
    static List<String> of(String archive, RecordKind kind) {
        MemoryDirectory directory = new MemoryDirectory(new AafFeed("24", "1D"));
        directory.take(Expected.of(archive).archive());
        return List.copyOf(directory.all().get(kind).keySet());
    }
}
