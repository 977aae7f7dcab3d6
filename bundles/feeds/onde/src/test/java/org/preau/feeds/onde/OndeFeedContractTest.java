package org.preau.feeds.onde;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.testkit.contract.FeedContract;

class OndeFeedContractTest extends FeedContract {
    private static final String PUPILS =
            """
            NOM DE FAMILLE;Prenom;Date de naissance;INE;Niveau;Division;UAI
            MARTIN;Zoe;03/05/2018;030614979BT;CP;CP A;0774318A
            """;

    @Override
    protected Feed feed() {
        return new OndeFeed("", Clock.systemUTC());
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.writeString(folder.resolve("eleves.csv"), PUPILS);
    }

    @Override
    protected FeedOptions options() {
        return new FeedOptions(Optional.of("24"));
    }
}
