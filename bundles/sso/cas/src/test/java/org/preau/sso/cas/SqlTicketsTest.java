package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.SettableClock;

class SqlTicketsTest {
    private static final Grant GRANT = new Grant(
            "quiz",
            "https://quiz.example/",
            new UUID(1, 2),
            "u1",
            Map.of("uid", List.of("u1"), "role", List.of("é", "\"b\"")),
            true,
            List.of());
    private static TestDatabase database;
    private static Tx tx;

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-23T08:30:00Z"));
    private final SqlTickets tickets = new SqlTickets(tx, clock, CasWorld.config(10));

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new CasUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void givesBackWhatTheTicketStandsForOnce() {
        String ticket = tickets.issue(() -> GRANT);

        assertThat(ticket).matches("ST-[0-9a-f]{64}");
        assertThat(tickets.redeem(ticket)).contains(GRANT);
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void isGoodForTheSecondsConfigured() {
        String ticket = tickets.issue(() -> GRANT);
        String late = tickets.issue(() -> GRANT);

        clock.pass(Duration.ofMillis(9_999));
        assertThat(tickets.redeem(ticket)).isPresent();
        clock.pass(Duration.ofMillis(1));
        assertThat(tickets.redeem(late)).isEmpty();
    }

    @Test
    void keepsNoTicketThatCouldBeUsedFromTheDatabase() {
        String ticket = tickets.issue(() -> GRANT);

        assertThat(dump()).doesNotContain(ticket).doesNotContain(ticket.substring(3));
    }

    @Test
    void sweepsAwayTicketsThatNobodyCameFor() {
        tickets.issue(() -> GRANT);
        clock.pass(Duration.ofHours(1));
        tickets.issue(() -> GRANT);

        assertThat(dump().lines().filter(line -> line.contains("quiz"))).hasSize(1);
    }

    @Test
    void wantsSecondsThatMakeSense() {
        for (int seconds : new int[] {0, -1, 301}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SqlTickets(tx, clock, CasWorld.config(seconds)))
                    .withMessageContaining("org.preau.sso.cas.cfg: ticket.seconds");
        }
    }

    private static String dump() {
        return tx.readSql(connection -> {
            try (var select = connection.prepareStatement("select t::text from sso_cas.ticket t");
                    var rows = select.executeQuery()) {
                StringBuilder all = new StringBuilder();
                while (rows.next()) {
                    all.append(rows.getString(1)).append('\n');
                }
                return all.toString();
            }
        });
    }
}
