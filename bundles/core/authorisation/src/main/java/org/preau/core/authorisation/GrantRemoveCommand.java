package org.preau.core.authorisation;

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

    /** Ends those grants. */
    @Activate
    public GrantRemoveCommand(@Reference Grants grants) {
        this.grants = grants;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("grant-remove", "Ends a grant at once")
                .argument("id", "id of the grant, as preau:grant-list shows it");
    }

    @Override
    public int run(CommandCall call) {
        try {
            grants.remove(Subject.SYSTEM, UUID.fromString(call.value("id")));
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException(call.value("id") + " is no id of a grant");
        }
        return OK;
    }
}
