package org.preau.core.directory.right;

import java.util.Set;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;

/** A rule as a value. */
abstract class DirectoryRule implements ActionRule {
    private final String action;
    private final Set<Profile> members;
    private final Set<Role> roles;

    DirectoryRule(String action, Set<Profile> members, Set<Role> roles) {
        this.action = action;
        this.members = members;
        this.roles = roles;
    }

    @Override
    public final String action() {
        return action;
    }

    @Override
    public final Set<Profile> members() {
        return members;
    }

    @Override
    public final Set<Role> roles() {
        return roles;
    }
}
