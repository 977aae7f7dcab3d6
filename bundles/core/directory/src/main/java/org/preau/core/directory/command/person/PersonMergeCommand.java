package org.preau.core.directory.command.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.identity.Identities;
import org.preau.api.directory.identity.Merge;
import org.preau.api.directory.identity.MergePreview;

/** {@code preau:person-merge}: makes two people one. */
@Component(service = PortalCommand.class)
public final class PersonMergeCommand implements PortalCommand {
    private final Identities identities;
    private final Accounts accounts;

    /** Takes its services. */
    @Activate
    public PersonMergeCommand(@Reference Identities identities, @Reference Accounts accounts) {
        this.identities = identities;
        this.accounts = accounts;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("person-merge", "Makes two people one; can be undone")
                .argument("keep", "id or login of the person who stays")
                .argument("gone", "id or login of the person who goes")
                .flag("dry-run", "says what would be done and lost, does nothing")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        UUID keep = Words.person(accounts, call.value("keep"));
        UUID gone = Words.person(accounts, call.value("gone"));
        MergePreview preview = identities.preview(Subject.SYSTEM, keep, gone);
        Map<String, Object> result = new LinkedHashMap<>();
        if (!call.flag("dry-run")) {
            Merge merge = identities.merge(Subject.SYSTEM, keep, gone);
            result.put("id", merge.id());
        }
        result.put("kept", keep);
        result.put("gone", gone);
        result.put("login", preview.keptLogin());
        result.put("alias", preview.aliasLogin());
        result.put("losses", preview.losses().stream().map(LocalizedText::en).toList());
        if (call.flag("json")) {
            call.json(result);
        } else {
            result.forEach((name, value) -> call.out().println(name + ": " + value));
        }
        return OK;
    }
}
