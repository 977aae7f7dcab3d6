package org.preau.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    @Test
    void userSystemAndEndedChildrenAreAddedWhateverTheProcessIsCalled() {
        String stat = "42 (a (b) c) S 1 42 42 0 -1 4194304 100 0 0 0 250 50 30 20 20 0 1 0 5 0 0";
        assertThat(ProcessorTime.seconds(42, pid -> stat)).isEqualTo(3.5);
    }

    @Test
    void aProcessThatEndedCountsNothing() {
        assertThat(ProcessorTime.seconds(42, pid -> "")).isZero();
    }

    @Test
    void thisProcessTookSome() {
        assertThat(ProcessorTime.of(ProcessHandle.current().pid()).seconds()).isPositive();
    }
}
