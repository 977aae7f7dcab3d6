package org.preau.core.connect;

import java.util.Map;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;

/** A register of connectors that some file or bundle declares. */
abstract class RegisterWorld {
    static final Map<String, String> LINK =
            ConnectWorld.file("protocol", "link", "category", "1", "launch.url", "https://free.example/");

    final ConnectWorld world = new ConnectWorld();
    final CategoryPolicy category1 = new Nothing(1);

    static Map<String, String> with(String key, String value) {
        return ConnectWorld.file("protocol", "link", "category", "1", key, value);
    }

    record Nothing(int category) implements CategoryPolicy {
        @Override
        public Release release(Connector connector, UserFacts user) {
            return Release.NOTHING;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
