package org.preau.apps.people.school;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;

/** Who may say who teaches in a class: the head for the school, a teacher for himself, administrators over their perimeter. */
@Component
public final class AssignRule implements ActionRule {
    /** Name of the action; its target is the school. */
    public static final String ASSIGN = "people.assign-teacher";

    @Override
    public String action() {
        return ASSIGN;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.HEAD, Profile.TEACHER);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM, Role.ADML);
    }
}
