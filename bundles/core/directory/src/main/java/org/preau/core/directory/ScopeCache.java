package org.preau.core.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.preau.api.directory.Membership;

/** Memberships of the people lately asked about, for a minute at most and never beyond a change of the directory. Safe on any thread. */
final class ScopeCache {
    private static final int MOST = 5_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;
    private final DirectoryGeneration generation;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(List<Membership> memberships, long generation, Instant until) {}

    ScopeCache(Clock clock, DirectoryGeneration generation) {
        this.clock = clock;
        this.generation = generation;
    }

    List<Membership> get(UUID person, Function<UUID, List<Membership>> read) {
        Instant now = clock.instant();
        long current = generation.now();
        synchronized (kept) {
            Kept known = kept.get(person);
            if (known != null && known.generation() == current && now.isBefore(known.until())) {
                return known.memberships();
            }
        }
        Kept fresh = new Kept(List.copyOf(read.apply(person)), current, now.plus(LONGEST));
        synchronized (kept) {
            kept.put(person, fresh);
        }
        return fresh.memberships();
    }
}
