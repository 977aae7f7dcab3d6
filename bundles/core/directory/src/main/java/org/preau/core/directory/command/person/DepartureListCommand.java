package org.preau.core.directory.command.person;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structures;
import org.preau.api.directory.lifecycle.Departure;
import org.preau.api.directory.lifecycle.Lifecycle;

/** {@code preau:departure-list}: accounts that are leaving or archived, with dates. */
@Component(service = PortalCommand.class)
public final class DepartureListCommand implements PortalCommand {
    private final Lifecycle lifecycle;
    private final Structures structures;

    /** Takes its services. */
    @Activate
    public DepartureListCommand(@Reference Lifecycle lifecycle, @Reference Structures structures) {
        this.lifecycle = lifecycle;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("departure-list", "Lists accounts on their way out, the soonest first")
                .option("uai", "UAI", "of this school or structure only")
                .option("limit", "N", "how many, 100 by default")
                .option("offset", "N", "how many to skip")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Departure> all = lifecycle
                .departures(Subject.SYSTEM, Words.within(call, structures), Words.page(call))
                .items();
        if (call.flag("json")) {
            call.json(all);
        } else {
            call.table(
                    List.of("NEXT", "STATE", "LOGIN", "NAME", "SCHOOLS"),
                    all.stream()
                            .map(each -> List.of(each.next(), each.state(), each.login(), each.name(), each.schools()))
                            .toList());
        }
        return OK;
    }
}
