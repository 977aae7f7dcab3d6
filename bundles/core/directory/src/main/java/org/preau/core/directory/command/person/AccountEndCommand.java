package org.preau.core.directory.command.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.request.AccountRequests;

/** {@code preau:account-end}: changes the last day of an account made by hand (621D). */
@Component(service = PortalCommand.class)
public final class AccountEndCommand implements PortalCommand {
    private final AccountRequests requests;
    private final Accounts accounts;

    /** Takes its services. */
    @Activate
    public AccountEndCommand(@Reference AccountRequests requests, @Reference Accounts accounts) {
        this.requests = requests;
        this.accounts = accounts;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("account-end", "Changes the last day of an account made by hand")
                .argument("login", "login")
                .requiredOption("until", "DATE", "last day, such as 2027-08-31");
    }

    @Override
    public int run(CommandCall call) {
        Account account = Words.account(accounts, call.value("login"));
        requests.setEnd(Subject.SYSTEM, account.id(), day(call.value("until")));
        call.out().println(account.login() + " ends on " + call.value("until"));
        return OK;
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw new MisusedCommandException("--until is a day such as 2027-08-31");
        }
    }
}
