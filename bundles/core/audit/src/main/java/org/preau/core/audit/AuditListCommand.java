package org.preau.core.audit;

import java.time.Clock;
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
import org.preau.api.directory.Accounts;

/** {@code preau:audit-list}: the latest entries of the audit trail, the newest first (71E). */
@Component
public final class AuditListCommand implements PortalCommand {
    private final Audit audit;
    private final QueryWords words;

    /** Lists this trail; logins are looked up in these accounts. */
    @Activate
    public AuditListCommand(@Reference Audit audit, @Reference Accounts accounts, @Reference Clock clock) {
        this.audit = audit;
        this.words = new QueryWords(accounts, clock);
    }

    @Override
    public CommandSpec spec() {
        return QueryWords.declare(
                        CommandSpec.of("audit-list", "Lists the latest entries of the audit trail, the newest first"))
                .option("limit", "N", "how many, at most " + PageRequest.MAX + "; 100 by default")
                .option("offset", "N", "how many to skip")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<AuditEntry> entries = audit.find(words.read(call), page(call)).items();
        if (call.flag("json")) {
            call.json(entries);
        } else {
            call.table(
                    List.of("AT", "ACCOUNT", "ACTION", "TARGET", "DETAILS", "BEFORE", "AFTER"),
                    entries.stream()
                            .map(entry -> List.of(
                                    entry.at(),
                                    entry.accountId() == null ? "" : entry.accountId(),
                                    entry.action(),
                                    entry.target(),
                                    entry.details(),
                                    entry.before().isEmpty() ? "" : entry.before(),
                                    entry.after().isEmpty() ? "" : entry.after()))
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
