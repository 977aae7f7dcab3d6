package org.preau.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;

@Requirement("51A")
class ConfiguredCalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ConfiguredCalendar calendar =
            new ConfiguredCalendar(new Config("Europe/Paris", "07:00", "2027-05-07"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:00, 2026-11-23T07:00", // Monday, at the opening
        "2026-11-23T19:59, 2026-11-23T19:59",
        "2026-11-23T06:59, 2026-11-23T07:00",
        "2026-11-23T20:00, 2026-11-24T07:00",
        "2026-11-27T20:00, 2026-11-30T07:00", // Friday evening
        "2026-11-28T10:00, 2026-11-30T07:00", // Saturday
        "2026-12-24T21:00, 2026-12-28T07:00", // Christmas is a Friday
        "2027-05-05T22:00, 2027-05-10T07:00", // Ascension, the configured bridge, 8 May, Sunday
        "2026-03-27T20:30, 2026-03-30T07:00", // clocks go forward at that week-end
    })
    void publishesAtOnceOrAtTheNextOpening(String wanted, String published) {
        assertThat(calendar.publishAt(at(wanted), false)).isEqualTo(at(published));
    }

    @Test
    void urgentThingsGoRoundTheHours() {
        assertThat(calendar.publishAt(at("2026-11-28T23:00"), true)).isEqualTo(at("2026-11-28T23:00"));
    }

    @Test
    void pupilsLeaveAtHalfPastEightOthersStay() {
        assertThat(calendar.open(Profile.STUDENT, at("2026-11-23T20:29"))).isTrue();
        assertThat(calendar.open(Profile.STUDENT, at("2026-11-23T20:30"))).isFalse();
        assertThat(calendar.open(Profile.STUDENT, at("2026-11-23T06:00"))).isFalse();
        assertThat(calendar.open(Profile.GUARDIAN, at("2026-11-23T23:00"))).isTrue();
        assertThat(calendar.open(Profile.TEACHER, at("2026-11-22T03:00"))).isTrue();
    }

    @Test
    void countsInTheAcademysZone() {
        ConfiguredCalendar reunion = new ConfiguredCalendar(new Config("Indian/Reunion", "07:00"));
        assertThat(reunion.publishAt(Instant.parse("2026-11-23T03:00:00Z"), false))
                .isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
        assertThat(reunion.zone()).isEqualTo(ZoneId.of("Indian/Reunion"));
        assertThat(new AcademyClock(new Config("Indian/Reunion", "07:00")).getZone())
                .isEqualTo(reunion.zone());
    }

    @Test
    void refusesHoursThatMakeNoSense() {
        assertThatThrownBy(() -> new ConfiguredCalendar(new Config("Europe/Paris", "21:00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConfiguredCalendar(new Config("Europe/Lutèce", "07:00")))
                .isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"})
    void knowsEaster(LocalDate easter) {
        assertThat(FrenchHolidays.easter(easter.getYear())).isEqualTo(easter);
    }

    private static Instant at(String paris) {
        return LocalDateTime.parse(paris).atZone(PARIS).toInstant();
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Config(String time_zone, String publication_from, String... closed_days) implements CalendarConfig {
        @Override
        public String publication_until() {
            return "20:00";
        }

        @Override
        public String pupils_from() {
            return "07:00";
        }

        @Override
        public String pupils_until() {
            return "20:30";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return CalendarConfig.class;
        }
    }
}
