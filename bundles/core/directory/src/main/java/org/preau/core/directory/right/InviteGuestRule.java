package org.preau.core.directory.right;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.request.AccountRequests;

/** Guests: the head in his school, administrators over their perimeter (611C). */
@Component(service = ActionRule.class)
public final class InviteGuestRule extends DirectoryRule {
    /** The rule. */
    public InviteGuestRule() {
        super(AccountRequests.INVITE, Set.of(Profile.HEAD), Set.of(Role.ADM, Role.ADML));
    }
}
