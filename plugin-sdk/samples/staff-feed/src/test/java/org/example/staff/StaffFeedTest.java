package org.example.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.testkit.contract.FeedContract;

/** The contract of feeds, on the table that comes with the sample. */
class StaffFeedTest extends FeedContract {
    @Override
    protected Feed feed() {
        return new StaffFeed(Clock.systemUTC());
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        Path table = folder.resolve("sample.csv");
        Files.copy(Path.of("sample.csv"), table, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return table;
    }

    @Override
    protected FeedOptions options() {
        return new FeedOptions(Optional.of("24"));
    }
}
