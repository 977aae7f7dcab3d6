package org.preau.core.authorisation.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
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
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** {@code preau:grant-add}: makes somebody administrator of a structure and all below it. */
@Component
public final class GrantAddCommand implements PortalCommand {
    private final Grants grants;
    private final Accounts accounts;
    private final Structures structures;

    /** Takes its services. */
    @Activate
    public GrantAddCommand(@Reference Grants grants, @Reference Accounts accounts, @Reference Structures structures) {
        this.grants = grants;
        this.accounts = accounts;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("grant-add", "Makes somebody administrator of a structure and all below it")
                .argument("login", "login of the account")
                .requiredOption("role", "ROLE", "ADM, ADML or ADMC")
                .requiredOption("structure", "CODE", "UAI of a school or circonscription, number of an academy…")
                .option("until", "DATE", "last day, as 2027-08-31; without it the grant has no end");
    }

    @Override
    public int run(CommandCall call) {
        Account account = accounts.byLogin(call.value("login"))
                .orElseThrow(() -> notFound("no account has the login " + call.value("login")));
        Structure structure = structures
                .byCode(call.value("structure"))
                .orElseThrow(() -> notFound("no structure has the code " + call.value("structure")));
        Role role = role(call.value("role"));
        LocalDate until = call.optional("until").map(GrantAddCommand::date).orElse(null);
        Grant grant = grants.add(Subject.SYSTEM, account.id(), role, structure.id(), until);
        call.out().println(grant.id() + " " + account.login() + " is " + role + " of " + structure.name() + end(until));
        return OK;
    }

    private static String end(@Nullable LocalDate until) {
        return until == null ? "" : " until " + until;
    }

    private static Role role(String written) {
        try {
            return Role.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException("no role is called " + written + ": ADM, ADML or ADMC");
        }
    }

    private static LocalDate date(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new MisusedCommandException("not a date: " + written + "; want for example 2027-08-31");
        }
    }

    private static PortalException notFound(String message) {
        return new PortalException(ErrorCode.NOT_FOUND, message, null);
    }
}
