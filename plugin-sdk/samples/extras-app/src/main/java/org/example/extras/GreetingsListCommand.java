package org.example.extras;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;

/** {@code preau:greetings-list}: for operators and their scripts; the console reads the words and writes the help. */
@Component
public final class GreetingsListCommand implements PortalCommand {
    private final Greetings greetings;

    /** Made by the portal. */
    @Activate
    public GreetingsListCommand(@Reference Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("greetings-list", "Lists the greetings of a day by school")
                .option("day", "YYYY-MM-DD", "today by default")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        Map<UUID, Double> times = greetings.of(day(call));
        if (call.flag("json")) {
            call.json(times);
        } else {
            call.table(
                    List.of("SCHOOL", "GREETINGS"),
                    times.entrySet().stream()
                            .map(each -> List.of(each.getKey(), each.getValue().longValue()))
                            .toList());
        }
        return OK;
    }

    private LocalDate day(CommandCall call) {
        try {
            return call.optional("day").map(LocalDate::parse).orElseGet(greetings::today);
        } catch (DateTimeParseException e) {
            throw new MisusedCommandException("--day wants a day, 2026-11-23");
        }
    }
}
