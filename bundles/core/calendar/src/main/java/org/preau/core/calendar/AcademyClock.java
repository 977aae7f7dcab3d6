package org.preau.core.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The clock every bundle asks: the system's time in the academy's zone. */
@Component(service = Clock.class, configurationPid = "org.preau.core.calendar")
public final class AcademyClock extends Clock {
    private final Clock system;

    /** The clock of the configured zone; an unknown zone fails with {@code DateTimeException}. */
    @Activate
    public AcademyClock(CalendarConfig config) {
        this(Clock.system(ZoneId.of(config.time_zone())));
    }

    private AcademyClock(Clock system) {
        this.system = system;
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new AcademyClock(system.withZone(zone));
    }

    @Override
    public Instant instant() {
        return system.instant();
    }
}
