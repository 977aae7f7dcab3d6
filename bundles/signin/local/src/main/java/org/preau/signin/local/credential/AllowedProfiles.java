package org.preau.signin.local.credential;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.preau.api.base.Profile;

/** Whose account may be used at the local counter. */
public final class AllowedProfiles {
    private final Set<Profile> allowed;

    /**
     * Reads the setting {@code profiles}; nothing written is everyone, as far as the counter serves him.
     *
     * @throws IllegalArgumentException for a name that is no profile
     */
    public AllowedProfiles(String setting) {
        if (setting.isBlank() || setting.strip().equals("*")) {
            this.allowed = EnumSet.allOf(Profile.class);
            return;
        }
        this.allowed = EnumSet.noneOf(Profile.class);
        Arrays.stream(setting.split(","))
                .filter(name -> !name.isBlank())
                .map(name -> Profile.named(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "profiles: " + name.strip() + " is not one of " + Arrays.toString(Profile.values()))))
                .forEach(allowed::add);
    }

    /** Whether accounts of that profile may be used. */
    public boolean allows(Profile profile) {
        return allowed.contains(profile);
    }
}
