package org.preau.feeds.aaf;

import java.nio.file.Path;
import org.preau.api.feed.Feed;
import org.preau.testkit.contract.FeedContract;

class AafFeedContractTest extends FeedContract {
    @Override
    protected Feed feed() {
        return new AafFeed("24", "1D");
    }

    @Override
    protected Path sample(Path folder) {
        return Expected.of("baseline").archive();
    }
}
