package org.preau.core.directory.right;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.request.AccountRequests;

/** Asking for an account: heads, collectivities, the academy (611C, 322C). */
@Component(service = ActionRule.class)
public final class RequestAccountRule extends DirectoryRule {
    /** The rule. */
    public RequestAccountRule() {
        super(
                AccountRequests.ASK,
                Set.of(Profile.HEAD, Profile.TERRITORY, Profile.INSPECTOR, Profile.ACADEMY),
                Set.of(Role.ADM, Role.ADML, Role.ADMC));
    }
}
