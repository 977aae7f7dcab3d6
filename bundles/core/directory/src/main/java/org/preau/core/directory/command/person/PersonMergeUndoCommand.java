package org.preau.core.directory.command.person;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.identity.Identities;

/** {@code preau:person-merge-undo}: takes a merge back. */
@Component(service = PortalCommand.class)
public final class PersonMergeUndoCommand implements PortalCommand {
    private final Identities identities;

    /** Takes its services. */
    @Activate
    public PersonMergeUndoCommand(@Reference Identities identities) {
        this.identities = identities;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("person-merge-undo", "Takes a merge back; the two are set apart")
                .argument("id", "id of the merge");
    }

    @Override
    public int run(CommandCall call) {
        identities.undo(Subject.SYSTEM, Words.id(call.value("id")));
        call.out().println("undone");
        return OK;
    }
}
