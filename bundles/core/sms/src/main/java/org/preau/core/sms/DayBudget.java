package org.preau.core.sms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** So many messages a day (UTC) and no more: what a runaway job or a robber of the gateway can cost at most, for each node. */
final class DayBudget {
    private final int most;
    private final Clock clock;
    private LocalDate day = LocalDate.MIN;
    private int sent;

    DayBudget(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Whether one more may go; counts it. */
    synchronized boolean take() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            sent = 0;
        }
        if (sent >= most) {
            return false;
        }
        sent++;
        return true;
    }
}
