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
import org.preau.api.directory.Structures;
import org.preau.api.directory.identity.Identities;
import org.preau.api.directory.identity.LikePerson;
import org.preau.api.directory.identity.Likeness;
import org.preau.api.directory.identity.LikenessState;

/** {@code preau:duplicate-list}: people who look like one, with the score and its reasons. */
@Component(service = PortalCommand.class)
public final class DuplicateListCommand implements PortalCommand {
    private final Identities identities;
    private final Structures structures;

    /** Takes its services. */
    @Activate
    public DuplicateListCommand(@Reference Identities identities, @Reference Structures structures) {
        this.identities = identities;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("duplicate-list", "Lists people who look like one, the likeliest first")
                .option("uai", "UAI", "of this school or structure only")
                .option("state", "STATE", "PROPOSED (default), MERGED or APART")
                .option("limit", "N", "how many, 100 by default")
                .option("offset", "N", "how many to skip")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Likeness> found = identities
                .likenesses(Subject.SYSTEM, Words.within(call, structures), state(call), Words.page(call))
                .items();
        if (call.flag("json")) {
            call.json(found);
        } else {
            call.table(
                    List.of("SCORE", "KEEP", "GONE", "NAMES", "REASONS"),
                    found.stream()
                            .map(each -> List.of(
                                    each.score(),
                                    each.a().id(),
                                    each.b().id(),
                                    name(each.a()) + " / " + name(each.b()),
                                    each.reasons()))
                            .toList());
        }
        return OK;
    }

    private static LikenessState state(CommandCall call) {
        String word = call.optional("state").orElse("PROPOSED");
        return Arrays.stream(LikenessState.values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new MisusedCommandException("--state is PROPOSED, MERGED or APART"));
    }

    private static String name(LikePerson person) {
        return person.firstName() + " " + person.lastName();
    }
}
