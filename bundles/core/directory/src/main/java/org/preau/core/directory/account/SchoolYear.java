package org.preau.core.directory.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/** The school year, which ends on 31 August. */
public final class SchoolYear {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private SchoolYear() {}

    /** Last day of the school year that runs at that time. */
    public static LocalDate end(Instant at) {
        LocalDate day = day(at);
        LocalDate end = LocalDate.of(day.getYear(), Month.AUGUST, 31);
        return day.isAfter(end) ? end.plusYears(1) : end;
    }

    /** The day it is in France then. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, FRANCE);
    }
}
