package org.preau.testkit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;

/** A connector named {@code quiz} for everybody everywhere. */
public final class TestConnector {
    private TestConnector() {}

    /** Of that category, with these settings beside the common keys. */
    public static Connector of(int category, Map<String, String> settings) {
        return new Connector(
                "quiz",
                new LocalizedText("Quiz", "Quiz"),
                category,
                category == 1 ? "link" : "cas",
                URI.create("https://quiz.example/"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.values()),
                Set.of("*"),
                settings);
    }
}
