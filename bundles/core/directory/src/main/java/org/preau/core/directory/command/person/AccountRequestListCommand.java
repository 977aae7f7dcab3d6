package org.preau.core.directory.command.person;

import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.request.AccountRequest;
import org.preau.api.directory.request.AccountRequests;
import org.preau.api.directory.request.RequestState;

/** {@code preau:account-request-list}: accounts asked for. */
@Component(service = PortalCommand.class)
public final class AccountRequestListCommand implements PortalCommand {
    private final AccountRequests requests;

    /** Takes its services. */
    @Activate
    public AccountRequestListCommand(@Reference AccountRequests requests) {
        this.requests = requests;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("account-request-list", "Lists accounts asked for")
                .option("state", "STATE", "ASKED (default), ACCEPTED or REFUSED")
                .option("limit", "N", "how many, 100 by default")
                .option("offset", "N", "how many to skip")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<AccountRequest> found =
                requests.list(Subject.SYSTEM, state(call), Words.page(call)).items();
        if (call.flag("json")) {
            call.json(found);
        } else {
            call.table(
                    List.of("ID", "ASKED", "BY", "PROFILE", "NAME", "STRUCTURE", "REASON"),
                    found.stream()
                            .map(each -> List.of(
                                    each.id(),
                                    each.askedAt(),
                                    each.askedByName(),
                                    each.wish().profile(),
                                    each.wish().firstName() + " " + each.wish().lastName(),
                                    each.structure(),
                                    each.wish().reason()))
                            .toList());
        }
        return OK;
    }

    private static RequestState state(CommandCall call) {
        String word = call.optional("state").orElse("ASKED");
        return Arrays.stream(RequestState.values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new MisusedCommandException("--state is ASKED, ACCEPTED or REFUSED"));
    }
}
