package org.preau.testkit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.preau.api.base.Profile;
import org.preau.api.calendar.PublicationCalendar;

/** Publication hours from 7:00 to 20:00 UTC, every day; everybody may use the portal at any time. */
public final class FakeHours implements PublicationCalendar {
    private static final int OPENS = 7;
    private static final int CLOSES = 20;

    @Override
    public Instant publishAt(Instant wanted, boolean urgent) {
        ZonedDateTime time = wanted.atZone(ZoneOffset.UTC);
        if (urgent || time.getHour() >= OPENS && time.getHour() < CLOSES) {
            return wanted;
        }
        ZonedDateTime day = time.getHour() >= CLOSES ? time.plusDays(1) : time;
        return day.toLocalDate().atTime(OPENS, 0).toInstant(ZoneOffset.UTC);
    }

    @Override
    public boolean open(Profile profile, Instant at) {
        return true;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
