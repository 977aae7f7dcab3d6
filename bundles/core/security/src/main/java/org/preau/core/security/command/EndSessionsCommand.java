package org.preau.core.security.command;

import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structures;
import org.preau.api.signin.Switchboard;

/** {@code preau:security-end-sessions}: ends the sessions of a structure, of profiles, or of both. */
@Component
public final class EndSessionsCommand implements PortalCommand {
    private final Switchboard switchboard;
    private final Structures structures;

    /** For the service registry. */
    @Activate
    public EndSessionsCommand(@Reference Switchboard switchboard, @Reference Structures structures) {
        this.switchboard = switchboard;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("security-end-sessions", "Ends the sessions of a structure, of profiles, or of both")
                .option("structure", "CODE", "UAI of a school, or code of another structure: it and all below")
                .option("profile", "PROFILES", "only these profiles, with commas")
                .flag("exercise", "counts, touches nobody");
    }

    @Override
    public int run(CommandCall call) {
        if (call.optional("structure").isEmpty() && call.optional("profile").isEmpty()) {
            throw new MisusedCommandException("want --structure, --profile or both; session-revoke --all ends all");
        }
        Set<UUID> wanted = call.optional("structure")
                .map(code -> Set.of(Wanted.structure(structures, code)))
                .orElse(Set.of());
        boolean exercise = call.flag("exercise");
        int count = switchboard.endSessions(Subject.SYSTEM, wanted, Wanted.profiles(call), exercise);
        call.out().println(Wanted.said(count, "sessions ended", exercise));
        return OK;
    }
}
