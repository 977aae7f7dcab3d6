package org.preau.core.authorisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.preau.api.authorisation.Grant;

/** Grants of the accounts lately asked about, for a minute at most. An account's are dropped when they change. Safe on any thread. */
final class GrantCache {
    private static final int MOST = 5_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;
    private long drops;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(List<Grant> grants, Instant until) {}

    GrantCache(Clock clock) {
        this.clock = clock;
    }

    /** The grants that run today. */
    List<Grant> get(UUID account, Function<UUID, List<Grant>> read) {
        Instant now = clock.instant();
        Kept known;
        long before;
        synchronized (kept) {
            known = kept.get(account);
            before = drops;
        }
        if (known == null || now.isAfter(known.until())) {
            known = new Kept(List.copyOf(read.apply(account)), now.plus(LONGEST));
            synchronized (kept) {
                if (drops == before) {
                    kept.put(account, known);
                }
            }
        }
        LocalDate today = LocalDate.now(clock);
        return known.grants().stream()
                .filter(grant -> grant.until() == null || !grant.until().isBefore(today))
                .toList();
    }

    /** What is kept of the account is stale. */
    void drop(UUID account) {
        synchronized (kept) {
            drops++;
            kept.remove(account);
        }
    }
}
