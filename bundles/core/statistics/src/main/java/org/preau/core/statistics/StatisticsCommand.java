package org.preau.core.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.statistics.Indicator;
import org.preau.api.statistics.Statistics;
import org.preau.api.statistics.Statistics.DayValue;

/** {@code preau:statistics}: the figures of a structure by indicator and day. */
@Component
public final class StatisticsCommand implements PortalCommand {
    private static final int DAYS = 30;

    private final Statistics statistics;
    private final Structures structures;
    private final PublicationCalendar calendar;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public StatisticsCommand(
            @Reference Statistics statistics,
            @Reference Structures structures,
            @Reference PublicationCalendar calendar,
            @Reference Clock clock) {
        this.statistics = statistics;
        this.structures = structures;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("statistics", "Shows the figures of a structure by indicator and day")
                .option("structure", "CODE", "the structure's code (UAI); every academy by default")
                .option("indicator", "ID", "only this indicator")
                .option("days", "N", "how many days back; 30 by default")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        LocalDate to = LocalDate.ofInstant(clock.instant(), calendar.zone());
        LocalDate from = to.minusDays(days(call) - 1L);
        List<Line> lines = new ArrayList<>();
        for (Indicator indicator : statistics.indicators()) {
            if (call.optional("indicator").orElse(indicator.id()).equals(indicator.id())) {
                places(call).forEach(place -> statistics
                        .of(Subject.SYSTEM, indicator.id(), place.id(), from, to)
                        .forEach(value -> lines.add(line(indicator, place, value))));
            }
        }
        if (call.flag("json")) {
            call.json(lines);
        } else {
            call.table(
                    List.of("INDICATOR", "STRUCTURE", "DAY", "VALUE", "UNIT"),
                    lines.stream()
                            .map(line -> List.<Object>of(
                                    line.indicator(), line.structure(), line.day(), line.value(), line.unit()))
                            .toList());
        }
        return OK;
    }

    private static Line line(Indicator indicator, Structure place, DayValue value) {
        return new Line(
                indicator.id(),
                place.code(),
                value.day().toString(),
                value.value(),
                indicator.unit().name().toLowerCase(Locale.ROOT));
    }

    private List<Structure> places(CommandCall call) {
        return call.optional("structure")
                .map(code -> List.of(structures
                        .byCode(code)
                        .orElseThrow(() -> new MisusedCommandException("no structure has the code " + code))))
                .orElseGet(structures::roots);
    }

    private static int days(CommandCall call) {
        try {
            return Math.max(
                    1, Math.min(3660, Integer.parseInt(call.optional("days").orElse("" + DAYS))));
        } catch (NumberFormatException e) {
            throw new MisusedCommandException("--days wants a number");
        }
    }

    /**
     * A value.
     *
     * @param indicator its indicator
     * @param structure code of the structure
     * @param day the day
     * @param value the sum over the structure and all below
     * @param unit what it is
     */
    public record Line(String indicator, String structure, String day, double value, String unit) {}
}
