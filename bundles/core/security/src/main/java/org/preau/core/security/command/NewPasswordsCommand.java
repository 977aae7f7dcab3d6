package org.preau.core.security.command;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structures;
import org.preau.api.signin.Switchboard;

/** {@code preau:security-new-passwords}: takes the local passwords of a structure's people away; they enter again by new codes and passphrases. */
@Component
public final class NewPasswordsCommand implements PortalCommand {
    private final Switchboard switchboard;
    private final Structures structures;

    /** For the service registry. */
    @Activate
    public NewPasswordsCommand(@Reference Switchboard switchboard, @Reference Structures structures) {
        this.switchboard = switchboard;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("security-new-passwords", "Takes the local passwords of a structure's people away")
                .argument("structure", "UAI of a school, or code of another structure: it and all below")
                .option("profile", "PROFILES", "only these profiles, with commas")
                .flag("exercise", "counts, touches nobody");
    }

    @Override
    public int run(CommandCall call) {
        UUID structure = Wanted.structure(structures, call.value("structure"));
        boolean exercise = call.flag("exercise");
        int count = switchboard.forceNewPasswords(Subject.SYSTEM, structure, Wanted.profiles(call), exercise);
        call.out().println(Wanted.said(count, "accounts need a new password", exercise));
        return OK;
    }
}
