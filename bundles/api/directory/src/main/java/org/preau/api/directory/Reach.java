package org.preau.api.directory;

import java.util.Set;
import org.preau.api.base.Profile;

/**
 * People of these profiles in a scope: a part of those somebody may write to. A structure's scope stands for all that lies below it too.
 *
 * @param scope structure, class or group
 * @param profiles as what they belong there
 * @since 1.0
 */
public record Reach(Scope scope, Set<Profile> profiles) {
    /** Keeps its own copy of the profiles. */
    public Reach {
        profiles = Set.copyOf(profiles);
    }
}
