package org.preau.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.statistics.Indicator;
import org.preau.api.statistics.Statistics.DayValue;
import org.preau.core.persistence.testing.TestDatabase;

@Requirement({"611A", "622A-E"})
class StatisticsTest {
    private static final UUID LILAS = new UUID(0, 1);
    private static final UUID ROSES = new UUID(0, 2);
    private static TestDatabase database;

    /** Half past midnight in the academy, still the day before in UTC. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-01T22:30:00Z"), ZoneOffset.UTC);

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 2);
    private static Tx tx;

    private SqlFigures figures;
    private CollectJob job;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create();
        tx = database.tx(new StatisticsUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        tx.writeSql(connection -> {
            Rows.run(connection, "truncate statistics.figure");
            return 0;
        });
        figures = new SqlFigures(tx);
        job = new CollectJob(figures, new Paris(), CLOCK);
    }

    private record Counted(String id, Map<LocalDate, Map<UUID, Double>> byDay) implements Indicator {
        @Override
        public LocalizedText name() {
            return new LocalizedText(id, id);
        }

        @Override
        public LocalizedText explanation() {
            return name();
        }

        @Override
        public Map<UUID, Double> values(LocalDate day) {
            if (id.equals("broken")) {
                throw new IllegalStateException("broken");
            }
            return byDay.getOrDefault(day, Map.of());
        }
    }

    private List<DayValue> of(String indicator, UUID... structures) {
        return figures.sums(indicator, List.of(structures), TODAY.minusDays(7), TODAY);
    }

    @Test
    void keepsTheValuesOfYesterdayAndTodayByTheAcademysDays() {
        Counted visits = new Counted(
                "visits", Map.of(TODAY, Map.of(LILAS, 2.0, ROSES, 3.0), TODAY.minusDays(1), Map.of(LILAS, 7.0)));
        job.collect(List.of(new Counted("broken", Map.of()), visits));
        job.collect(List.of(visits));
        assertThat(of("visits", LILAS, ROSES))
                .containsExactly(new DayValue(TODAY.minusDays(1), 7), new DayValue(TODAY, 5));
        assertThat(of("visits", ROSES)).containsExactly(new DayValue(TODAY, 3));
        assertThat(of("broken", LILAS)).isEmpty();
    }

    @Test
    void aLaterLookReplacesWhatWasCounted() {
        job.collect(List.of(new Counted("visits", Map.of(TODAY, Map.of(LILAS, 2.0, ROSES, 3.0)))));
        job.collect(List.of(new Counted("visits", Map.of(TODAY, Map.of(LILAS, 4.0)))));
        assertThat(of("visits", LILAS, ROSES)).containsExactly(new DayValue(TODAY, 4));
    }

    private static final class Paris implements PublicationCalendar {
        @Override
        public Instant publishAt(Instant wanted, boolean urgent) {
            return wanted;
        }

        @Override
        public boolean open(Profile profile, Instant at) {
            return true;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Paris");
        }
    }
}
