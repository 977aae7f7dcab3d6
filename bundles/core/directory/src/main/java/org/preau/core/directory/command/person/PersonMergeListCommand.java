package org.preau.core.directory.command.person;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structures;
import org.preau.api.directory.identity.Identities;
import org.preau.api.directory.identity.Merge;

/** {@code preau:person-merge-list}: merges, the latest first. */
@Component(service = PortalCommand.class)
public final class PersonMergeListCommand implements PortalCommand {
    private final Identities identities;
    private final Structures structures;

    /** Takes its services. */
    @Activate
    public PersonMergeListCommand(@Reference Identities identities, @Reference Structures structures) {
        this.identities = identities;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("person-merge-list", "Lists merges, the latest first")
                .option("uai", "UAI", "of this school or structure only")
                .option("limit", "N", "how many, 100 by default")
                .option("offset", "N", "how many to skip")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Merge> merges = identities
                .merges(Subject.SYSTEM, Words.within(call, structures), Words.page(call))
                .items();
        if (call.flag("json")) {
            call.json(merges);
        } else {
            call.table(
                    List.of("ID", "AT", "NAME", "KEPT", "GONE", "STANDS"),
                    merges.stream()
                            .map(each -> List.of(
                                    each.id(),
                                    each.at(),
                                    each.name(),
                                    each.kept(),
                                    each.gone(),
                                    each.undoneAt() == null))
                            .toList());
        }
        return OK;
    }
}
