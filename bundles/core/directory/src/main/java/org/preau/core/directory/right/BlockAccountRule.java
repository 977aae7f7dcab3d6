package org.preau.core.directory.right;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.lifecycle.Lifecycle;

/** Blocking and opening: the head in his school, administrators over their perimeter. */
@Component(service = ActionRule.class)
public final class BlockAccountRule extends DirectoryRule {
    /** The rule. */
    public BlockAccountRule() {
        super(Lifecycle.BLOCK, Set.of(Profile.HEAD), Set.of(Role.ADM, Role.ADML));
    }
}
