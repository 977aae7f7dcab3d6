package org.preau.core.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.PortalApplication;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.statistics.Statistics;

/** The figures, for who runs or supervises schools (611A, 622A). */
@Component(service = PortalApplication.class)
public final class StatisticsApplication implements PortalApplication {
    private static final Texts TEXTS = Texts.of(StatisticsApplication.class);

    private final Statistics statistics;
    private final PublicationCalendar calendar;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public StatisticsApplication(
            @Reference Statistics statistics, @Reference PublicationCalendar calendar, @Reference Clock clock) {
        this.statistics = statistics;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                "statistics",
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "bar-chart",
                Hue.BLUE,
                Set.of(Profile.HEAD, Profile.INSPECTOR, Profile.ADVISER, Profile.ACADEMY, Profile.TERRITORY),
                190);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(AppView.at(
                "",
                StatisticsView.class,
                view -> new StatisticsView(statistics, view, LocalDate.ofInstant(clock.instant(), calendar.zone()))));
    }

    @Override
    public Optional<LocalizedText> help() {
        return Optional.of(TEXTS.both("app.help"));
    }
}
