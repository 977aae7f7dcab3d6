package org.preau.apps.news.view;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.preau.api.base.Texts;

/** Says dates as people do: today, yesterday, Monday, 3 March. */
public final class When {
    private static final Texts TEXTS = Texts.of(When.class);

    private final Clock clock;
    private final ZoneId zone;
    private final Locale locale;

    /** Says dates in that zone and language. */
    public When(Clock clock, ZoneId zone, Locale locale) {
        this.clock = clock;
        this.zone = zone;
        this.locale = locale;
    }

    /** The day. */
    public String day(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        long ago = ChronoUnit.DAYS.between(day, today);
        if (ago >= -1 && ago <= 1) {
            return TEXTS.text(locale, ago == 0 ? "day.today" : ago == 1 ? "day.yesterday" : "day.tomorrow");
        }
        if (Math.abs(ago) < 7) {
            return format(at, "EEEE");
        }
        boolean sameYear = day.getYear() == today.getYear();
        return format(at, sameYear ? "d MMMM" : "d MMMM yyyy");
    }

    /** The day in full and the time. */
    public String dayAndTime(Instant at) {
        ZonedDateTime time = at.atZone(zone);
        String french = time.getMinute() == 0 ? "EEEE d MMMM 'à' H\u00a0'h'" : "EEEE d MMMM 'à' H\u00a0'h'\u00a0mm";
        String pattern = locale.getLanguage().equals("en") ? "EEEE d MMMM, HH:mm" : french;
        return time.format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    private String format(Instant at, String pattern) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern(pattern, locale));
    }
}
