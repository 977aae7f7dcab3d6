package org.preau.core.audit;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.PageRequest;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;

/** {@code preau:audit-list}: the latest entries of the audit trail, the newest first (71E). */
@Component
public final class AuditListCommand implements PortalCommand {
    private final Audit audit;

    /** Lists this trail. */
    @Activate
    public AuditListCommand(@Reference Audit audit) {
        this.audit = audit;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("audit-list", "Lists the latest entries of the audit trail, the newest first")
                .option("action", "PREFIX", "one action (connector.release) or a family (connector.)")
                .option("limit", "N", "how many, at most " + PageRequest.MAX + "; 100 by default")
                .option("offset", "N", "how many to skip")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<AuditEntry> entries =
                audit.latest(call.optional("action").orElse(""), page(call)).items();
        if (call.flag("json")) {
            call.json(entries);
        } else {
            call.table(
                    List.of("AT", "ACCOUNT", "ACTION", "TARGET", "DETAILS"),
                    entries.stream()
                            .map(entry -> List.of(
                                    entry.at(),
                                    entry.accountId() == null ? "" : entry.accountId(),
                                    entry.action(),
                                    entry.target(),
                                    entry.details()))
                            .toList());
        }
        return OK;
    }

    private static PageRequest page(CommandCall call) {
        try {
            return new PageRequest(
                    Integer.parseInt(call.optional("offset").orElse("0")),
                    Integer.parseInt(call.optional("limit").orElse("100")));
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException("--offset wants 0 or more, --limit 1 to " + PageRequest.MAX);
        }
    }
}
