package org.preau.core.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.Profile;
import org.preau.api.calendar.PublicationCalendar;

/** The calendar of the configuration: working days are Monday to Friday but for public holidays and the further closed days. */
@Component(configurationPid = "org.preau.core.calendar")
@Designate(ocd = CalendarConfig.class)
public final class ConfiguredCalendar implements PublicationCalendar {
    private final ZoneId zone;
    private final LocalTime opening;
    private final LocalTime closing;
    private final LocalTime pupilsFrom;
    private final LocalTime pupilsUntil;
    private final Set<LocalDate> closedDays;

    /** Checks the configuration: {@code IllegalArgumentException} or {@code DateTimeException} when it makes no sense. */
    @Activate
    public ConfiguredCalendar(CalendarConfig config) {
        this.zone = ZoneId.of(config.time_zone());
        this.opening = LocalTime.parse(config.publication_from());
        this.closing = LocalTime.parse(config.publication_until());
        this.pupilsFrom = LocalTime.parse(config.pupils_from());
        this.pupilsUntil = LocalTime.parse(config.pupils_until());
        this.closedDays = Arrays.stream(config.closed_days())
                .filter(day -> !day.isBlank())
                .map(day -> LocalDate.parse(day.strip()))
                .collect(Collectors.toUnmodifiableSet());
        if (!opening.isBefore(closing) || !pupilsFrom.isBefore(pupilsUntil)) {
            throw new IllegalArgumentException("hours end before they begin");
        }
    }

    @Override
    public Instant publishAt(Instant wanted, boolean urgent) {
        ZonedDateTime local = wanted.atZone(zone);
        if (urgent || isPublicationTime(local)) {
            return wanted;
        }
        LocalDate day = local.toLocalDate();
        if (!local.toLocalTime().isBefore(opening)) {
            day = day.plusDays(1);
        }
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(opening).atZone(zone).toInstant();
    }

    @Override
    public boolean open(Profile profile, Instant at) {
        if (profile != Profile.STUDENT) {
            return true;
        }
        LocalTime time = at.atZone(zone).toLocalTime();
        return !time.isBefore(pupilsFrom) && time.isBefore(pupilsUntil);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    private boolean isPublicationTime(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        return isWorkingDay(local.toLocalDate()) && !time.isBefore(opening) && time.isBefore(closing);
    }

    private boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !FrenchHolidays.include(day) && !closedDays.contains(day);
    }
}
