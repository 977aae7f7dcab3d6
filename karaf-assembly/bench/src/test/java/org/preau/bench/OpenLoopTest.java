package org.preau.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    @Test
    void aStallShowsInAllRequestsThatWereDueMeanwhile() throws InterruptedException {
        AtomicBoolean stalled = new AtomicBoolean();
        Latencies latencies = new Latencies();
        OpenLoop loop = new OpenLoop(100, () -> {
            if (!stalled.getAndSet(true)) {
                OpenLoop.waitFor(System.nanoTime() + Duration.ofMillis(350).toNanos());
            }
            return CompletableFuture.completedFuture(true);
        });
        loop.run(Duration.ofMillis(300), latencies);
        assertThat(latencies.count()).isEqualTo(30);
        assertThat(latencies.percentile(50)).isGreaterThan(100);
    }

    @Test
    void wrongAnswersAreErrorsAndMakeTheFigureWorthless() throws InterruptedException {
        Latencies latencies = new Latencies();
        new OpenLoop(1_000, () -> CompletableFuture.completedFuture(false)).run(Duration.ofMillis(20), latencies);
        assertThat(latencies.errors()).isEqualTo(20);
        assertThatThrownBy(latencies::requireSound).hasMessageContaining("wrong answer");
    }
}
