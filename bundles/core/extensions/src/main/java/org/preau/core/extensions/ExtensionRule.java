package org.preau.core.extensions;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.extension.Extensions;

/** Who may see and change extensions: administrators. An extension is code that serves everybody, so that it is asked for over all academies. */
@Component
public final class ExtensionRule implements ActionRule {
    @Override
    public String action() {
        return Extensions.MANAGE;
    }

    @Override
    public Set<Profile> members() {
        return Set.of();
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM);
    }
}
