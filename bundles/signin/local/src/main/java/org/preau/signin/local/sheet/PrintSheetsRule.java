package org.preau.signin.local.sheet;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.signin.ActivationSheets;

/** Who may print activation sheets: a teacher for his classes, the head and administrators for the school. */
@Component
public final class PrintSheetsRule implements ActionRule {
    @Override
    public String action() {
        return ActivationSheets.PRINT;
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
