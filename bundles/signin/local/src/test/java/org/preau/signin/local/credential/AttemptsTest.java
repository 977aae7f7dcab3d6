package org.preau.signin.local.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.signin.local.LocalUnit;

class AttemptsTest {
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new LocalUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void waitsTwiceAsLongAfterEachFurtherFailure() {
        Attempts attempts = new Attempts(tx, Clock.systemUTC(), 5, 100);

        assertThat(attempts.delayAfter(5)).isZero();
        assertThat(attempts.delayAfter(6)).isEqualTo(Duration.ofSeconds(30));
        assertThat(attempts.delayAfter(7)).isEqualTo(Duration.ofMinutes(1));
        assertThat(attempts.delayAfter(9)).isEqualTo(Duration.ofMinutes(4));
        assertThat(attempts.delayAfter(1_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void countsNetworkOfIpv6ClientAsOneAndSuccessesNotAtAll() {
        Attempts attempts = new Attempts(tx, Clock.systemUTC(), 5, 2);

        attempts.begin("a", "2001:db8:1:2:3::1");
        attempts.succeeded("a", "2001:db8:1:2:3::1");
        attempts.begin("b", "2001:db8:1:2::7");
        attempts.begin("c", "2001:db8:1:2:ffff::9");

        assertThat(attempts.begin("d", "2001:db8:1:2::8")).isEqualTo(Attempts.Gate.ADDRESS_CLOSING);
        assertThat(attempts.begin("d", "2001:db8:1:2::8")).isEqualTo(Attempts.Gate.ADDRESS_CLOSED);
        assertThat(attempts.begin("d", "2001:db8:1:3::8")).isEqualTo(Attempts.Gate.OPEN);
    }

    @Test
    void closedLoginStaysClosedWhateverIsTriedMeanwhile() {
        Attempts attempts = new Attempts(tx, Clock.systemUTC(), 1, 1_000);
        attempts.begin("ada", "192.0.2.1");
        assertThat(attempts.begin("ada", "192.0.2.1")).isEqualTo(Attempts.Gate.LAST);

        assertThat(attempts.begin("ADA ", "192.0.2.1")).isEqualTo(Attempts.Gate.LOGIN_CLOSED);
        attempts.notLookedAt("ada", "192.0.2.1", Attempts.Gate.LOGIN_CLOSED);
        assertThat(attempts.begin("ada", "192.0.2.1")).isEqualTo(Attempts.Gate.LOGIN_CLOSED);
    }
}
