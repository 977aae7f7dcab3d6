package org.preau.feeds.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;

class DemoStepsTest {
    private static TestDatabase database;
    private static Tx tx;

    private final DemoSteps steps = new DemoSteps(tx, Clock.systemUTC());
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new DemoUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void doesEachStepOnce() {
        steps.once("a", runs::incrementAndGet);
        steps.once("a", runs::incrementAndGet);

        assertThat(runs).hasValue(1);
        assertThat(steps.done("a")).isTrue();
        assertThat(steps.done("other")).isFalse();
    }

    @Test
    void forgetsAStepThatFailed() {
        assertThatThrownBy(() -> steps.once("b", () -> {
                    throw new IllegalStateException("killed half-way");
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(steps.done("b")).isFalse();
        steps.once("b", runs::incrementAndGet);
        assertThat(runs).hasValue(1);
    }
}
