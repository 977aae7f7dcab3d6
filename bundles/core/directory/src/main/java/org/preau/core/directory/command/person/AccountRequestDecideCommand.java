package org.preau.core.directory.command.person;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.request.AccountRequest;
import org.preau.api.directory.request.AccountRequests;

/** {@code preau:account-request-decide}: accepts a request, or refuses it with a reason. */
@Component(service = PortalCommand.class)
public final class AccountRequestDecideCommand implements PortalCommand {
    private final AccountRequests requests;

    /** Takes its services. */
    @Activate
    public AccountRequestDecideCommand(@Reference AccountRequests requests) {
        this.requests = requests;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("account-request-decide", "Accepts a request of an account, or refuses it")
                .argument("id", "id of the request")
                .option("refuse", "REASON", "refuses it for this reason")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        UUID id = Words.id(call.value("id"));
        AccountRequest decided = call.optional("refuse")
                .map(reason -> requests.refuse(Subject.SYSTEM, id, reason))
                .orElseGet(() -> requests.accept(Subject.SYSTEM, id));
        if (call.flag("json")) {
            call.json(decided);
        } else {
            call.out().println(decided.state());
        }
        return OK;
    }
}
