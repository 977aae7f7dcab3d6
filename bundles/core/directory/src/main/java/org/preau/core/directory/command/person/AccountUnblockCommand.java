package org.preau.core.directory.command.person;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.lifecycle.Lifecycle;

/** {@code preau:account-unblock}: opens an account. */
@Component(service = PortalCommand.class)
public final class AccountUnblockCommand implements PortalCommand {
    private final Lifecycle lifecycle;
    private final Accounts accounts;

    /** Takes its services. */
    @Activate
    public AccountUnblockCommand(@Reference Lifecycle lifecycle, @Reference Accounts accounts) {
        this.lifecycle = lifecycle;
        this.accounts = accounts;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("account-unblock", "Opens an account again")
                .argument("login", "login")
                .requiredOption("reason", "TEXT", "why; audited");
    }

    @Override
    public int run(CommandCall call) {
        Account account = Words.account(accounts, call.value("login"));
        lifecycle.unblock(Subject.SYSTEM, account.id(), call.value("reason"));
        call.out().println(account.login() + " is unblocked");
        return OK;
    }
}
