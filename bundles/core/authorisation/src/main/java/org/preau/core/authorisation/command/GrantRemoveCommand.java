package org.preau.core.authorisation.command;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Grants;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;

/** {@code preau:grant-remove}: ends a grant at once. */
@Component
public final class GrantRemoveCommand implements PortalCommand {
    private final Grants grants;

    /** Takes its services. */
    @Activate
    public GrantRemoveCommand(@Reference Grants grants) {
        this.grants = grants;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("grant-remove", "Ends a grant at once")
                .argument("id", "identifier of the grant, as grant-list shows it");
    }

    @Override
    public int run(CommandCall call) {
        UUID id = identifier(call.value("id"));
        grants.remove(Subject.SYSTEM, id);
        call.out().println(id + " ended");
        return OK;
    }

    private static UUID identifier(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException("not an identifier: " + written);
        }
    }
}
