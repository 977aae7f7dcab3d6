package org.preau.core.directory.right;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.identity.People;

/** People in the console: the head of his school, administrators of their perimeter (612C, 621E). */
@Component(service = ActionRule.class)
public final class ReadPeopleRule extends DirectoryRule {
    /** The rule. */
    public ReadPeopleRule() {
        super(People.READ, Set.of(Profile.HEAD), Set.of(Role.ADM, Role.ADML));
    }
}
