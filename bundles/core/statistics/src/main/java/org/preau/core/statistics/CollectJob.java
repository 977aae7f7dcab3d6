package org.preau.core.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.job.Job;
import org.preau.api.statistics.Indicator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every indicator for the day before and the present one, each hour; one that fails keeps what it had and harms no other. */
@Component
public final class CollectJob implements Job {
    private static final Logger log = LoggerFactory.getLogger(CollectJob.class);

    private final SqlFigures figures;
    private final PublicationCalendar calendar;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Indicator> indicators = List.of();

    /** Keeps what it collects there. */
    @Activate
    public CollectJob(@Reference SqlFigures figures, @Reference PublicationCalendar calendar, @Reference Clock clock) {
        this.figures = figures;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "statistics.collect";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public void run(String instance) {
        collect(indicators);
    }

    void collect(List<Indicator> all) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        for (Indicator indicator : all) {
            try {
                figures.keep(indicator.id(), today.minusDays(1), indicator.values(today.minusDays(1)));
                figures.keep(indicator.id(), today, indicator.values(today));
            } catch (RuntimeException | LinkageError e) {
                log.error("indicator {} gave no values", indicator.id(), e);
            }
        }
    }
}
