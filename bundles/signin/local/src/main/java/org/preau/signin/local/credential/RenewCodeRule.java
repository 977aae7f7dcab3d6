package org.preau.signin.local.credential;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.signin.LocalPasswords;

/** Who may give an adult another activation code: the head, administrators. */
@Component
public final class RenewCodeRule implements ActionRule {
    @Override
    public String action() {
        return LocalPasswords.RENEW_CODE;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.HEAD);
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
