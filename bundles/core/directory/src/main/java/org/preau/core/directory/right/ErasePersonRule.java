package org.preau.core.directory.right;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.lifecycle.Lifecycle;

/** Erasure: the academy and its administrators only (tender 7.2.3). */
@Component(service = ActionRule.class)
public final class ErasePersonRule extends DirectoryRule {
    /** The rule. */
    public ErasePersonRule() {
        super(Lifecycle.ERASE, Set.of(Profile.ACADEMY), Set.of(Role.ADM));
    }
}
