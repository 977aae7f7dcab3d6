package org.preau.core.authorisation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** {@code preau:grant-add}: gives an account a role over a structure and all below it (6A). */
@Component
public final class GrantAddCommand implements PortalCommand {
    private final Grants grants;
    private final Accounts accounts;
    private final Structures structures;

    /** Gives those grants. */
    @Activate
    public GrantAddCommand(@Reference Grants grants, @Reference Accounts accounts, @Reference Structures structures) {
        this.grants = grants;
        this.accounts = accounts;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("grant-add", "Gives an account a role over a structure and all below it")
                .argument("login", "the account's login")
                .requiredOption("role", "ROLE", "ADM, ADML or ADMC")
                .requiredOption("structure", "CODE", "UAI or code of the structure")
                .option("until", "DATE", "last day it holds, YYYY-MM-DD")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        Account account = accounts.byLogin(call.value("login"))
                .orElseThrow(() -> wrong(ErrorCode.NOT_FOUND, "login.unknown", call.value("login")));
        Structure structure = structures
                .byCode(call.value("structure"))
                .orElseThrow(() -> wrong(ErrorCode.NOT_FOUND, "structure.unknown", call.value("structure")));
        Grant grant = grants.add(Subject.SYSTEM, account.id(), role(call.value("role")), structure.id(), until(call));
        UUID id = grant.id();
        if (call.flag("json")) {
            call.json(grant);
        } else {
            call.out().println(account.login() + " is " + grant.role() + " of " + structure.name() + " (" + id + ")");
        }
        return OK;
    }

    private static Role role(String text) {
        for (Role role : Role.values()) {
            if (role.name().equals(text.toUpperCase(Locale.ROOT))) {
                return role;
            }
        }
        throw wrong(ErrorCode.INVALID_INPUT, "role.unknown", text);
    }

    private static @Nullable LocalDate until(CommandCall call) {
        String text = call.optional("until").orElse("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(ErrorCode.INVALID_INPUT, "date.wrong", text);
        }
    }

    private static PortalException wrong(ErrorCode code, String key, String what) {
        return new PortalException(code, AuthorisationTexts.TEXTS, key, what);
    }
}
