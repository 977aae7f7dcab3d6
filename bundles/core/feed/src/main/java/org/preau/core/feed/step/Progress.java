package org.preau.core.feed.step;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.feed.FeedState;
import org.preau.api.persistence.Tx;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.StoredRun;
import org.preau.core.feed.run.Trace;

/** Tells how far a step is: while reading by the records so far, against the size of the last archive of the system. Used by one thread. */
final class Progress {
    /** Share of the step that is reading; the rest is comparing and applying. */
    private static final int READING = 60;

    private static final long PAUSE_MILLIS = 2_000;
    /** Bytes of a record in a compressed archive, for the very first one. */
    private static final int USUAL_BYTES = 75;

    private final Tx tx;
    private final RunStore runs;
    private final Trace trace;
    private final Clock clock;
    private final UUID id;
    private final FeedState state;
    private final long expected;
    private long records;
    private long next;
    private int told;

    Progress(Tx tx, RunStore runs, Trace trace, Clock clock, StoredRun run, FeedState state) {
        this.tx = tx;
        this.runs = runs;
        this.trace = trace;
        this.clock = clock;
        this.id = run.id();
        this.state = state;
        this.expected = expected(runs.lastSize(run.run().system()), run.run().bytes());
        this.next = clock.millis() + PAUSE_MILLIS;
    }

    /** One more record was read. */
    void record() {
        records++;
        if ((records & 0xFF) == 0 && clock.millis() >= next) {
            next = clock.millis() + PAUSE_MILLIS;
            to((int) Math.min(READING, READING * records / expected));
        }
    }

    /** So much is done. */
    void to(int percent) {
        if (percent > told) {
            told = percent;
            tx.writeSql(connection -> {
                runs.progress(id, percent);
                trace.changed(id, state);
                return percent;
            });
        }
    }

    private static long expected(Optional<long[]> last, long bytes) {
        long guess = last.filter(each -> each[0] > 0)
                .map(each -> Math.round((double) bytes * each[1] / each[0]))
                .orElse(bytes / USUAL_BYTES);
        return Math.max(guess, 1);
    }
}
