package org.preau.signin.local.command;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.signin.PortalSessions;
import org.preau.signin.local.factor.FactorDesk;

/** {@code preau:account-factor-reset}: takes the second factors of somebody away who lost them all, and ends his sessions; he adds new ones at his next sign-in (611D). */
@Component
public final class FactorResetCommand implements PortalCommand {
    private final Accounts accounts;
    private final FactorDesk factors;
    private final PortalSessions sessions;

    /** For the service registry. */
    @Activate
    public FactorResetCommand(
            @Reference Accounts accounts, @Reference FactorDesk factors, @Reference PortalSessions sessions) {
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(
                        "account-factor-reset", "Takes the second factors of an account away and ends its sessions")
                .argument("login", "login of the account");
    }

    @Override
    public int run(CommandCall call) {
        Account account = accounts.byLogin(call.value("login"))
                .orElseThrow(() ->
                        new PortalException(ErrorCode.NOT_FOUND, "there is no account " + call.value("login"), null));
        int removed = factors.removeAll(Subject.SYSTEM, account.id());
        int ended = sessions.revokeAccount(Subject.SYSTEM, account.id());
        call.out().println(removed + " factors removed, " + ended + " sessions ended");
        return OK;
    }
}
