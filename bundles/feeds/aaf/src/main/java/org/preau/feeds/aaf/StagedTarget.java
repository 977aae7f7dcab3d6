package org.preau.feeds.aaf;

import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.DirectoryLoads;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadSource;

/** Opens a load once the archive has told where it comes from, and stages its records there. */
final class StagedTarget implements ArchiveReading.Target, AutoCloseable {
    private final DirectoryLoads loads;
    private final String checksum;
    private @Nullable DirectoryLoad load;

    StagedTarget(DirectoryLoads loads, String checksum) {
        this.loads = loads;
        this.checksum = checksum;
    }

    @Override
    public void begin(String academy, SliceName first) {
        load = loads.open(new LoadSource(AafFeed.NAME, academy, true, first.date(), checksum));
    }

    @Override
    public void add(FeedRecord record) {
        load().add(record);
    }

    DirectoryLoad load() {
        DirectoryLoad open = load;
        if (open == null) {
            throw new IllegalStateException("no record was read");
        }
        return open;
    }

    @Override
    public void close() {
        if (load != null) {
            load.close();
        }
    }
}
