package org.preau.core.audit.seal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.AuditHead;
import org.preau.api.audit.AuditSeals;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:audit-head}: the heads of the chains, to be kept where nobody who writes to the database can write (71E). */
@Component(service = PortalCommand.class)
public final class AuditHeadCommand implements PortalCommand {
    private final AuditSeals seals;

    /** Prints the heads of these. */
    @Activate
    public AuditHeadCommand(@Reference AuditSeals seals) {
        this.seals = seals;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(
                        "audit-head", "Seals the audit trail and prints the heads of its chains, to be kept elsewhere")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        seals.seal();
        List<AuditHead> heads = seals.heads();
        if (call.flag("json")) {
            call.json(heads);
        } else {
            heads.forEach(head -> call.out().println(head.text()));
        }
        return OK;
    }
}
