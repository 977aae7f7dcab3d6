package org.preau.feeds.aaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.preau.api.directory.load.FeedRecord;

/** Reads test archives without a directory. */
final class Keys {
    private Keys() {}

    /** Every record of an archive of academy 24. */
    static List<FeedRecord> records(String archive) {
        List<FeedRecord> records = new ArrayList<>();
        ArchiveReading.Target target = new ArchiveReading.Target() {
            @Override
            public void begin(String academy, SliceName first) {}

            @Override
            public void add(FeedRecord record) {
                records.add(record);
            }
        };
        new ArchiveReading(Academies.of(Optional.of("24"), ""), new Findings(), target)
                .read(Expected.of(archive).archive(), ArchiveLimits.NORMAL);
        return records;
    }

    /** The keys of one kind. */
    static List<String> of(String archive, Kind kind) {
        Class<?> type =
                switch (kind) {
                    case SCHOOL -> FeedRecord.School.class;
                    case PUPIL -> FeedRecord.Pupil.class;
                    case GUARDIAN -> FeedRecord.Guardian.class;
                    case STAFF -> FeedRecord.Staff.class;
                };
        return records(archive).stream()
                .filter(type::isInstance)
                .map(FeedRecord::key)
                .toList();
    }
}
