package org.preau.core.directory.command.person;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structures;
import org.preau.api.directory.identity.Identities;

/** {@code preau:duplicate-find}: looks for people who look like one. */
@Component(service = PortalCommand.class)
public final class DuplicateFindCommand implements PortalCommand {
    private final Identities identities;
    private final Structures structures;

    /** Takes its services. */
    @Activate
    public DuplicateFindCommand(@Reference Identities identities, @Reference Structures structures) {
        this.identities = identities;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("duplicate-find", "Looks for people who look like one; proposes, merges nobody")
                .option("uai", "UAI", "people of this school or structure only, compared with everybody")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        int proposed = identities.find(Subject.SYSTEM, Words.within(call, structures));
        if (call.flag("json")) {
            call.json(Map.of("proposed", proposed));
        } else {
            call.out().println(proposed + " pairs proposed");
        }
        return OK;
    }
}
