package org.preau.core.supervision;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.supervision.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last faults of this node in memory, and each with its stack trace in the log. Safe on any thread. */
@Component(service = {Faults.class, RingFaults.class})
public final class RingFaults implements Faults {
    private static final Logger log = LoggerFactory.getLogger(RingFaults.class);
    private static final int KEPT = 200;
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();
    private final Deque<Fault> last = new ArrayDeque<>();
    private long count;

    /** An empty ring. */
    @Activate
    public RingFaults() {
        this(Clock.systemUTC());
    }

    RingFaults(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String report(String part, Throwable cause) {
        String reference = "F-" + letters(4) + "-" + letters(3);
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        Fault fault =
                new Fault(reference, clock.instant(), part, cause.toString(), root == cause ? "" : root.toString());
        synchronized (last) {
            count++;
            last.addFirst(fault);
            if (last.size() > KEPT) {
                last.removeLast();
            }
        }
        log.error("Fault {} in {}", reference, part, cause);
        return reference;
    }

    @Override
    public List<Fault> last() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    /** Faults since this node started. */
    public long count() {
        synchronized (last) {
            return count;
        }
    }

    private String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < number; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
