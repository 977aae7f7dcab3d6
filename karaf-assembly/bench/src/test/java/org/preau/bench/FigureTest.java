package org.preau.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void tellsByHowMuchATargetIsMissed() {
        assertThat(figure(30, 20.0).verdict()).isEqualTo("< 20 ms: MISSED by 50 %");
        assertThat(figure(5, 20.0).verdict()).isEqualTo("< 20 ms: met by 75 %");
        assertThat(figure(20, 20.0).met()).isFalse();
        assertThat(figure(1e9, null).verdict()).isEmpty();
    }

    private static Figure figure(double value, @org.jspecify.annotations.Nullable Double limit) {
        return new Figure("home", "home.p95", "home", value, "ms", limit, "");
    }
}
