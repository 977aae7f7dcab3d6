package org.preau.core.authorisation;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.base.PageRequest;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** {@code preau:grant-list}: the running grants, the latest first. */
@Component
public final class GrantListCommand implements PortalCommand {
    private final Grants grants;
    private final Accounts accounts;
    private final Structures structures;

    /** Lists those grants. */
    @Activate
    public GrantListCommand(@Reference Grants grants, @Reference Accounts accounts, @Reference Structures structures) {
        this.grants = grants;
        this.accounts = accounts;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("grant-list", "Lists the running grants, the latest first; at most " + PageRequest.MAX)
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Row> rows = grants.list(PageRequest.first(PageRequest.MAX)).items().stream()
                .map(this::row)
                .toList();
        if (call.flag("json")) {
            call.json(rows);
        } else {
            call.table(
                    List.of("ID", "LOGIN", "ROLE", "STRUCTURE", "UNTIL"),
                    rows.stream()
                            .map(row -> List.of(row.id(), row.login(), row.role(), row.structure(), row.until()))
                            .toList());
        }
        return OK;
    }

    private Row row(Grant grant) {
        Optional<Account> account = accounts.byId(grant.accountId());
        Optional<Structure> structure = structures.byId(grant.structureId());
        return new Row(
                grant.id().toString(),
                account.map(Account::login).orElse(""),
                grant.role().name(),
                structure.map(Structure::code).orElse(""),
                grant.until() == null ? "" : grant.until().toString());
    }

    private record Row(String id, String login, String role, String structure, String until) {}
}
