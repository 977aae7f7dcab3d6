package org.preau.core.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.preau.api.containment.Door;
import org.preau.api.containment.StoppedPluginException;

/** Calls that do not end, in a world where everything is a hundred times as quick. */
@Timeout(60)
class WatchdogTest {
    private static final Limits HURRIED =
            new Limits(4, 10, Duration.ofSeconds(30), Duration.ofMinutes(1), Long.MAX_VALUE, 100);

    private final List<String> stops = new ArrayList<>();
    private final Guards guards = new Guards(
            HURRIED,
            Clock.systemUTC(),
            (guard, stop, cause) -> {
                synchronized (stops) {
                    stops.add(stop.why());
                }
            },
            MemoryWatch.forgetful(Clock.systemUTC()));
    private final Watchdog watchdog = new Watchdog(guards, new LeakWatch());
    private final Bundle plugin = FakePlugin.deployed("org.example.slow");
    private final CountDownLatch never = new CountDownLatch(1);

    @BeforeEach
    void start() {
        watchdog.start();
    }

    @AfterEach
    void end() {
        watchdog.end();
    }

    @Test
    void whoWaitsForAViewIsLetGoAndASecondTimeStopsThePlugin() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> guard().call(Door.VIEW, () -> never.await(1, TimeUnit.HOURS)))
                    .isInstanceOf(StoppedPluginException.class);
        }
        waitFor(() -> guard().isStopped());
        waitFor(() -> guard().running().isEmpty());
    }

    @Test
    void anActOnTheThreadOfARequestIsWoken() {
        assertThatThrownBy(() -> guard().call(Door.ACT, () -> never.await(1, TimeUnit.HOURS)))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        waitFor(() -> guard().state(List.of()).failures() > 0);
    }

    @Test
    void oneCallThatSpinsForEverStopsThePluginAndItsThreadIsEnded() {
        AtomicInteger turns = new AtomicInteger();
        assertThatThrownBy(() -> guard().call(Door.VIEW, () -> spin(turns))).isInstanceOf(StoppedPluginException.class);
        waitFor(() -> guard().isStopped());
        waitFor(() -> guard().running().isEmpty());
        synchronized (stops) {
            assertThat(stops).isNotEmpty();
        }
    }

    @Test
    void furtherCallsAreKeptOutWhileTwoHang() {
        for (int i = 0; i < 2; i++) {
            Thread caller = new Thread(() -> {
                try {
                    guard().call(Door.ENDPOINT, () -> never.await(1, TimeUnit.HOURS));
                } catch (InterruptedException | StoppedPluginException e) {
                    Thread.currentThread().interrupt();
                }
            });
            caller.setDaemon(true);
            caller.start();
        }
        waitFor(() -> {
            try {
                return guard().call(Door.ENDPOINT, () -> false);
            } catch (StoppedPluginException e) {
                return true;
            }
        });
        never.countDown();
    }

    @Test
    void aJobMayTakeAsLongAsItTakes() throws Exception {
        Thread job = new Thread(() -> guard().call(Door.JOB, () -> awaitQuietly()));
        job.start();
        waitFor(() -> !guard().running().isEmpty());
        watchdog.look();
        assertThat(guard().isStopped()).isFalse();
        assertThat(guard().<String, RuntimeException>call(Door.VIEW, () -> "well"))
                .isEqualTo("well");
        never.countDown();
        job.join();
        assertThat(guard().state(List.of()).failures()).isZero();
    }

    private boolean awaitQuietly() {
        try {
            return never.await(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("InfiniteLoop")
    private static int spin(AtomicInteger turns) {
        int sum = 0;
        while (turns.get() >= 0) {
            sum++;
        }
        return sum;
    }

    private PluginGuard guard() {
        return java.util.Objects.requireNonNull(guards.of(plugin));
    }

    private static void waitFor(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
