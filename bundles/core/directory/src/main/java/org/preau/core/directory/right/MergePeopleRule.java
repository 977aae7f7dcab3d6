package org.preau.core.directory.right;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.identity.Identities;

/** Duplicates: the head for his school, administrators over their perimeter (621C). */
@Component(service = ActionRule.class)
public final class MergePeopleRule extends DirectoryRule {
    /** The rule. */
    public MergePeopleRule() {
        super(Identities.MERGE, Set.of(Profile.HEAD), Set.of(Role.ADM, Role.ADML));
    }
}
