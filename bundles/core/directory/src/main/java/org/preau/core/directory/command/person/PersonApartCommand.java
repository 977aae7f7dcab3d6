package org.preau.core.directory.command.person;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.identity.Identities;

/** {@code preau:person-apart}: remembers that two people are two. */
@Component(service = PortalCommand.class)
public final class PersonApartCommand implements PortalCommand {
    private final Identities identities;
    private final Accounts accounts;

    /** Takes its services. */
    @Activate
    public PersonApartCommand(@Reference Identities identities, @Reference Accounts accounts) {
        this.identities = identities;
        this.accounts = accounts;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("person-apart", "Remembers that two people are two")
                .argument("a", "id or login of one")
                .argument("b", "id or login of the other")
                .flag("reopen", "takes that back instead");
    }

    @Override
    public int run(CommandCall call) {
        UUID a = Words.person(accounts, call.value("a"));
        UUID b = Words.person(accounts, call.value("b"));
        if (call.flag("reopen")) {
            identities.reopen(Subject.SYSTEM, a, b);
        } else {
            identities.setApart(Subject.SYSTEM, a, b);
        }
        call.out().println(call.flag("reopen") ? "proposed again" : "set apart");
        return OK;
    }
}
