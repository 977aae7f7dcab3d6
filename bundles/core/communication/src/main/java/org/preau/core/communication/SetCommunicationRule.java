package org.preau.core.communication;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.communication.CommunicationRules;

/** The head sets the rules of his school, administrators those of their perimeter (614B). The target is the structure. */
@Component
public final class SetCommunicationRule implements ActionRule {
    @Override
    public String action() {
        return CommunicationRules.SET;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.HEAD);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM);
    }
}
