package org.preau.core.security.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.console.CommandCall;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** What the commands here understand alike. */
final class Wanted {
    private Wanted() {}

    static Set<Profile> profiles(CommandCall call) {
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        Optional<String> typed = call.optional("profile");
        if (typed.isPresent()) {
            for (String name : typed.get().split(",", -1)) {
                profiles.add(Profile.named(name)
                        .orElseThrow(() -> new MisusedCommandException(
                                "--profile is some of " + Arrays.toString(Profile.values()))));
            }
        }
        return profiles;
    }

    static UUID structure(Structures structures, String code) {
        return structures
                .byCode(code)
                .map(Structure::id)
                .orElseThrow(() ->
                        new PortalException(ErrorCode.NOT_FOUND, "no school or structure has the code " + code, null));
    }

    static String said(int count, String what, boolean exercise) {
        return count + " " + what + (exercise ? " (exercise: nobody was touched)" : "");
    }
}
