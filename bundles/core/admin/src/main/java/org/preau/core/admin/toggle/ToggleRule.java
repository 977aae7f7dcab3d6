package org.preau.core.admin.toggle;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;

/** Who may switch applications and connectors: heads for their school and its classes, teachers for their own classes only, administrators over their perimeter (613A, 613A bis). */
@Component
public final class ToggleRule implements ActionRule {
    /** Name of the action. */
    public static final String SET = "toggle.set";

    @Override
    public String action() {
        return SET;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.HEAD, Profile.TEACHER);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM, Role.ADML);
    }

    @Override
    public boolean wholeSchool() {
        return false;
    }
}
