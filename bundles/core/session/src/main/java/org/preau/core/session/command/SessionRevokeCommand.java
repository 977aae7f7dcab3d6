package org.preau.core.session.command;

import java.util.UUID;
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
import org.preau.api.signin.PortalSessions;

/** {@code preau:session-revoke}: ends one session, those of an account, or all. */
@Component
public final class SessionRevokeCommand implements PortalCommand {
    private final PortalSessions sessions;
    private final Accounts accounts;

    /** For the service registry. */
    @Activate
    public SessionRevokeCommand(@Reference PortalSessions sessions, @Reference Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("session-revoke", "Ends one session, the sessions of an account, or all")
                .optionalArgument("id", "the session, as session-list shows it")
                .option("login", "LOGIN", "all sessions of this account")
                .flag("all", "every session of the portal");
    }

    @Override
    public int run(CommandCall call) {
        int wishes = (call.optional("id").isPresent() ? 1 : 0)
                + (call.optional("login").isPresent() ? 1 : 0)
                + (call.flag("all") ? 1 : 0);
        if (wishes != 1) {
            throw new MisusedCommandException("want one of ID, --login LOGIN, --all");
        }
        if (call.flag("all")) {
            call.out().println(sessions.revokeAll(Subject.SYSTEM) + " sessions ended");
            return OK;
        }
        if (call.optional("login").isPresent()) {
            return ofLogin(call, call.value("login"));
        }
        return one(call, call.value("id"));
    }

    private int ofLogin(CommandCall call, String login) {
        Account account = accounts.byLogin(login).orElse(null);
        if (account == null) {
            call.err().println("no account has the login " + login);
            return FAILED;
        }
        call.out().println(sessions.revokeAccount(Subject.SYSTEM, account.id()) + " sessions ended");
        return OK;
    }

    private int one(CommandCall call, String text) {
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException(text + " is not a session's id");
        }
        boolean running = sessions.byId(id).isPresent();
        sessions.revoke(Subject.SYSTEM, id);
        call.out().println(running ? "1 session ended" : "0 sessions ended: it did not run");
        return OK;
    }
}
