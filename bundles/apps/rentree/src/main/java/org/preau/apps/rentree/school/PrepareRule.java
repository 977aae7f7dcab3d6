package org.preau.apps.rentree.school;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;

/** Who prepares a school's year: its head, administrators over their perimeter. */
@Component
public final class PrepareRule implements ActionRule {
    /** Name of the action; its target is the school. */
    public static final String PREPARE = "rentree.prepare";

    @Override
    public String action() {
        return PREPARE;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.HEAD);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM, Role.ADML);
    }
}
