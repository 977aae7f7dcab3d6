package org.preau.core.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.preau.core.logging.Budget.Outcome;

class BudgetTest {
    @Test
    void givesWhatIsInStockAndRefillsByTheMinute() {
        Budget budget = new Budget(60, 3, 0);
        for (int i = 0; i < 3; i++) {
            assertThat(budget.take(1, 0)).isEqualTo(Outcome.WRITTEN);
        }
        assertThat(budget.take(1, 0)).isEqualTo(Outcome.FIRST_LEFT_OUT);
        assertThat(budget.take(1, 500)).isEqualTo(Outcome.LEFT_OUT);

        assertThat(budget.take(1, 1_000)).isEqualTo(Outcome.WRITTEN);
        assertThat(budget.take(1, 1_000)).isEqualTo(Outcome.LEFT_OUT);
        assertThat(budget.takeLeftOut()).isEqualTo(3);
        assertThat(budget.takeLeftOut()).isZero();
        assertThat(budget.take(1, 1_000)).isEqualTo(Outcome.FIRST_LEFT_OUT);
    }

    @Test
    void neverHoldsMoreThanItsStockNorFailsAtAClockThatGoesBack() {
        Budget budget = new Budget(60, 2, 0);
        assertThat(budget.take(1, 3_600_000)).isEqualTo(Outcome.WRITTEN);
        assertThat(budget.take(1, 0)).isEqualTo(Outcome.WRITTEN);
        assertThat(budget.take(1, 0)).isEqualTo(Outcome.FIRST_LEFT_OUT);
    }

    @Test
    void writesALineThatIsDearerThanTheStockWhenTheStockIsWhole() {
        Budget budget = new Budget(60, 5, 0);
        assertThat(budget.take(1_000, 0)).isEqualTo(Outcome.WRITTEN);
        assertThat(budget.take(1, 0)).isEqualTo(Outcome.FIRST_LEFT_OUT);
    }
}
