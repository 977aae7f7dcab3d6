package org.preau.core.communication.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.communication.CommunicationRules;
import org.preau.api.communication.MayWrite;
import org.preau.api.communication.MayWrite.Reason;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;

/** {@code preau:may-write}: may A write to B, and why (614B). */
@Component
public final class MayWriteCommand implements PortalCommand {
    private final CommunicationRules rules;
    private final Accounts accounts;
    private final Directory directory;

    /** Takes its services. */
    @Activate
    public MayWriteCommand(
            @Reference CommunicationRules rules, @Reference Accounts accounts, @Reference Directory directory) {
        this.rules = rules;
        this.accounts = accounts;
        this.directory = directory;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("may-write", "Tells whether somebody may write to somebody, and why")
                .argument("from", "login or identifier of the person who would write")
                .argument("to", "login or identifier of the person who would be written to")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        UUID from = person(call.value("from"));
        UUID to = person(call.value("to"));
        MayWrite answer = rules.explain(Subject.SYSTEM, from, to);
        if (call.flag("json")) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("allowed", answer.allowed());
            object.put(
                    "reasons",
                    answer.reasons().stream().map(MayWriteCommand::row).toList());
            call.json(object);
        } else {
            call.out().println(answer.allowed() ? "yes" : "no");
            answer.reasons()
                    .forEach(each -> call.out().println("- " + each.text().en()));
        }
        return OK;
    }

    private static Map<String, @Nullable String> row(Reason reason) {
        Scope scope = reason.scope();
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        row.put("rule", reason.rule());
        row.put("scope", scope == null ? null : scope.kind() + ":" + scope.id());
        row.put("fr", reason.text().fr());
        row.put("en", reason.text().en());
        return row;
    }

    private UUID person(String written) {
        Optional<UUID> known = accounts.byLogin(written).map(Account::personId);
        return known.or(() -> identifier(written).flatMap(this::byId))
                .orElseThrow(() -> new PortalException(
                        ErrorCode.NOT_FOUND, "nobody has the login or identifier " + written, null));
    }

    private Optional<UUID> byId(UUID id) {
        return directory.person(Subject.SYSTEM, id).map(PersonView::id).or(() -> accounts.byId(id)
                .map(Account::personId));
    }

    private static Optional<UUID> identifier(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
