package org.preau.signin.local.credential;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.signin.LocalPasswords;

/** Who may give a pupil another passphrase: the teachers of his classes, the head, administrators. */
@Component
public final class ResetPupilRule implements ActionRule {
    @Override
    public String action() {
        return LocalPasswords.RESET_PUPIL;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.TEACHER, Profile.HEAD);
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
