package org.preau.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.job.Job;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.Soon;
import org.preau.core.persistence.testing.TestDatabase;

class SchedulerJobsTest {
    private static TestDatabase database;

    private static Tx tx;

    private SchedulerJobs jobs;

    @BeforeAll
    static void openUnit() {
        database = TestDatabase.create();
        tx = database.tx(new JobUnit());
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void start() {
        tx.writeSql(connection -> connection.createStatement().execute("truncate job.run"));
        jobs = node();
    }

    @AfterEach
    void stop() {
        jobs.stop();
    }

    @Test
    void runsOnceAtItsTimeWithItsInstance() {
        Recorded job = new Recorded("news.publish", null);
        jobs.bindJob(job);
        jobs.schedule("news.publish", "article 1", Instant.now());
        assertThat(job.next()).isEqualTo("article 1");
        assertThat(job.quiet()).isTrue();
        becomesRows(0);
    }

    @Test
    void runsOnceWhateverTheNumberOfNodes() {
        SchedulerJobs other = node();
        Recorded job = new Recorded("news.publish", null);
        jobs.bindJob(job);
        other.bindJob(job);
        for (int i = 0; i < 10; i++) {
            jobs.schedule("news.publish", "article " + i, Instant.now());
        }
        for (int i = 0; i < 10; i++) {
            job.next();
        }
        assertThat(job.quiet()).isTrue();
        other.stop();
    }

    @Test
    void isScheduledWithTheTransactionOrNever() {
        Recorded job = new Recorded("news.publish", null);
        jobs.bindJob(job);
        assertThatThrownBy(() -> tx.writeSql(connection -> {
                    jobs.schedule("news.publish", "never", Instant.now());
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        tx.writeSql(connection -> {
            jobs.schedule("news.publish", "once", Instant.now());
            assertThat(job.quiet()).isTrue();
            return null;
        });
        assertThat(job.next()).isEqualTo("once");
        assertThat(job.quiet()).isTrue();
    }

    @Test
    void movesARunThatIsScheduledAgainAndTakesItBack() {
        Recorded job = new Recorded("news.publish", null);
        jobs.bindJob(job);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        jobs.schedule("news.publish", "x", tomorrow);
        jobs.schedule("news.publish", "x", Instant.now());
        assertThat(job.next()).isEqualTo("x");
        assertThat(job.quiet()).isTrue();
        jobs.schedule("news.publish", "y", tomorrow);
        jobs.cancel("news.publish", "y");
        jobs.cancel("news.publish", "unknown");
        becomesRows(0);
    }

    @Test
    void waitsForABundleThatIsAway() {
        jobs.schedule("late.job", "x", Instant.now());
        Recorded other = new Recorded("other.job", null);
        jobs.bindJob(other);
        jobs.schedule("other.job", "y", Instant.now());
        other.next();
        becomesRows(1);
    }

    @Test
    void recurs() {
        Recorded job = new Recorded("session.purge", Duration.ofMillis(500));
        jobs.bindJob(job);
        assertThat(job.next()).isEmpty();
        assertThat(job.next()).isEmpty();
        becomesRows(1);
    }

    @Test
    void runsAgainWhatWasAskedForWhileItRan() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Recorded job = new Recorded("slow.job", null) {
            @Override
            public void run(String instance) {
                super.run(instance);
                began.countDown();
                await(go);
            }
        };
        jobs.bindJob(job);
        jobs.schedule("slow.job", "x", Instant.now());
        await(began);
        jobs.schedule("slow.job", "x", Instant.now());
        go.countDown();
        assertThat(job.next()).isEqualTo("x");
        assertThat(job.next()).isEqualTo("x");
    }

    @Test
    void keepsARunThatFailedForLater() {
        Recorded job = new Recorded("failing.job", null) {
            @Override
            public void run(String instance) {
                super.run(instance);
                throw new IllegalStateException("broken");
            }
        };
        jobs.bindJob(job);
        jobs.schedule("failing.job", "x", Instant.now());
        job.next();
        assertThat(job.quiet()).isTrue();
        becomesRows(1);
    }

    private static SchedulerJobs node() {
        return new SchedulerJobs(tx, database.database(), Clock.systemUTC());
    }

    /** The row of a run goes, or is moved, just after the job has returned. */
    private static void becomesRows(int expected) {
        Soon.holds(expected + " rows", () -> rows() == expected);
    }

    private static int rows() {
        return tx.<Integer>readSql(connection -> {
            try (ResultSet rows = connection.createStatement().executeQuery("select count(*) from job.run")) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static class Recorded implements Job {
        private final BlockingQueue<String> runs = new LinkedBlockingQueue<>();
        private final String name;
        private final @Nullable Duration period;

        Recorded(String name, @Nullable Duration period) {
            this.name = name;
            this.period = period;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Duration> every() {
            return Optional.ofNullable(period);
        }

        @Override
        public void run(String instance) {
            runs.add(instance);
        }

        String next() {
            String run = waited(15_000);
            if (run == null) {
                throw new AssertionError(name + " did not run within 15 s");
            }
            return run;
        }

        boolean quiet() {
            return waited(500) == null;
        }

        private @Nullable String waited(long millis) {
            try {
                return runs.poll(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
