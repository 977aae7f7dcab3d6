package org.preau.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapHistogramTest {
    @Test
    void readsTheTotalAndTellsWhatGrew() {
        HeapHistogram before = HeapHistogram.parse(histogram(1_000));
        HeapHistogram after = HeapHistogram.parse(histogram(101_000));
        assertThat(after.bytes() - before.bytes()).isEqualTo(100_000);
        assertThat(after.since(before, 100).lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("1000").contains("[B"));
    }

    private static String histogram(long bytes) {
        return """
                12345:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:        111      %d  [B (java.base@17.0.15)
                   2:         22           500  java.lang.String (java.base@17.0.15)
                Total        133      %d
                """
                .formatted(bytes, bytes + 500);
    }
}
