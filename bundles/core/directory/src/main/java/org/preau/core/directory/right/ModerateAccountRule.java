package org.preau.core.directory.right;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.request.AccountRequests;

/** Deciding about accounts asked for: the academy (621A). */
@Component(service = ActionRule.class)
public final class ModerateAccountRule extends DirectoryRule {
    /** The rule. */
    public ModerateAccountRule() {
        super(AccountRequests.MODERATE, Set.of(Profile.ACADEMY), Set.of(Role.ADM));
    }
}
