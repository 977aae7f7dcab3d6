package org.preau.core.http;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.preau.api.http.HttpEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoints there are, by path. Of two with one path the first serves, and the other after it. Safe on any thread.
 */
final class EndpointRegistry {
    private static final Logger log = LoggerFactory.getLogger(EndpointRegistry.class);

    private final Map<String, SortedSet<Entry>> byPath = new ConcurrentHashMap<>();
    private final KnownPaths known;
    private final Predicate<String> installed;

    /** What a path leads to. */
    sealed interface Route {
        /** An endpoint that is there. */
        record To(String path, HttpEndpoint endpoint) implements Route {}

        /** A part that is known but stopped. */
        record Stopped(String owner) implements Route {}

        /** Nothing was ever there. */
        record Unknown() implements Route {}
    }

    private record Entry(long id, String path, String owner, HttpEndpoint endpoint) {}

    /**
     * An empty registry.
     *
     * @param installed whether a bundle of that symbolic name is installed
     */
    EndpointRegistry(KnownPaths known, Predicate<String> installed) {
        this.known = known;
        this.installed = installed;
    }

    /** Takes an endpoint in, unless its path is not one an endpoint may have. */
    void add(long id, String owner, HttpEndpoint endpoint) {
        String path = endpoint.path();
        if (!ReservedPaths.isEndpointPath(path)) {
            log.error(
                    "Bundle {} answers HTTP at {}: refused. A path begins with one of {} and has plain parts without a slash at the end.",
                    owner,
                    path,
                    ReservedPaths.PREFIXES);
            return;
        }
        SortedSet<Entry> entries =
                byPath.computeIfAbsent(path, p -> new ConcurrentSkipListSet<>(Comparator.comparingLong(Entry::id)));
        entries.add(new Entry(id, path, owner, endpoint));
        if (entries.size() > 1) {
            log.warn(
                    "Path {} is claimed twice, {} serves it",
                    path,
                    entries.first().owner());
        }
        known.learn(path, entries.first().owner());
    }

    /** Lets an endpoint go. */
    void remove(long id) {
        byPath.values().forEach(entries -> entries.removeIf(entry -> entry.id() == id));
    }

    /** Finds what answers a path: the longest path that is there or known. */
    Route route(String path) {
        @Nullable Entry active = null;
        for (String above = path; active == null && !above.isEmpty(); above = ReservedPaths.parent(above)) {
            SortedSet<Entry> entries = byPath.get(above);
            active = entries == null ? null : entries.stream().findFirst().orElse(null);
        }
        int activeLength = active == null ? 0 : active.path().length();
        Map.@Nullable Entry<String, String> before = known.over(path);
        if (before != null && before.getKey().length() > activeLength && installed.test(before.getValue())) {
            return new Route.Stopped(before.getValue());
        }
        return active == null ? new Route.Unknown() : new Route.To(active.path(), active.endpoint());
    }
}
