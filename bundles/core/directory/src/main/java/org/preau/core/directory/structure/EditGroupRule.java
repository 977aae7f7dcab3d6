package org.preau.core.directory.structure;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.Groups;

/** Those of a school, and those who look after several, make groups; collectivities and the academy's own staff do not (611B). The target is the structure. */
@Component
public final class EditGroupRule implements ActionRule {
    @Override
    public String action() {
        return Groups.EDIT;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.TEACHER, Profile.HEAD, Profile.INSPECTOR, Profile.ADVISER);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM, Role.ADML);
    }
}
