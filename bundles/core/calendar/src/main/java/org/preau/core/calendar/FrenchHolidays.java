package org.preau.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The public holidays of metropolitan France (Code du travail, article L3133-1). */
final class FrenchHolidays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));
    private static final Set<Integer> DAYS_AFTER_EASTER = Set.of(1, 39, 50);

    private FrenchHolidays() {}

    /** Whether that day is one. */
    static boolean include(LocalDate day) {
        int afterEaster = (int) (day.toEpochDay() - easter(day.getYear()).toEpochDay());
        return FIXED.contains(MonthDay.from(day)) || DAYS_AFTER_EASTER.contains(afterEaster);
    }

    /** Easter Sunday of a year, by the Gregorian computus (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
