package org.preau.core.authorisation.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** {@code preau:grant-list}: all grants, the latest first. */
@Component
public final class GrantListCommand implements PortalCommand {
    private final Grants grants;
    private final Accounts accounts;
    private final Structures structures;

    /** Takes its services. */
    @Activate
    public GrantListCommand(@Reference Grants grants, @Reference Accounts accounts, @Reference Structures structures) {
        this.grants = grants;
        this.accounts = accounts;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("grant-list", "Lists administrators' grants, the latest first")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Map<String, @Nullable String>> all = new ArrayList<>();
        long total;
        do {
            Page<Grant> page = grants.list(new PageRequest(all.size(), PageRequest.MAX));
            page.items().forEach(grant -> all.add(row(grant)));
            total = page.items().isEmpty() ? 0 : page.total();
        } while (all.size() < total);
        if (call.flag("json")) {
            call.json(all);
        } else {
            call.table(
                    List.of("ID", "LOGIN", "ROLE", "STRUCTURE", "NAME", "UNTIL"),
                    all.stream().map(GrantListCommand::cells).toList());
        }
        return OK;
    }

    private Map<String, @Nullable String> row(Grant grant) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        row.put("id", grant.id().toString());
        row.put("login", accounts.byId(grant.accountId()).map(Account::login).orElse(""));
        row.put("role", grant.role().name());
        row.put(
                "structure",
                structures.byId(grant.structureId()).map(Structure::code).orElse(""));
        row.put(
                "name",
                structures.byId(grant.structureId()).map(Structure::name).orElse(""));
        row.put("until", grant.until() == null ? null : grant.until().toString());
        return row;
    }

    private static List<String> cells(Map<String, @Nullable String> row) {
        return row.values().stream().map(value -> value == null ? "" : value).toList();
    }
}
