package org.preau.core.directory.identity;

import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.authorisation.Grants;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Scope;

/** A merge gives the account that stays the rights of its aliases: only who may give those rights may merge. */
@Component(service = MergeRights.class)
public final class MergeRights {
    private static final Texts TEXTS = Texts.of(MergeRights.class);

    private final Authorisation authorisation;
    private final Grants grants;

    /** Takes its services. */
    @Activate
    public MergeRights(@Reference Authorisation authorisation, @Reference Grants grants) {
        this.authorisation = authorisation;
        this.grants = grants;
    }

    /** Refuses where an account that becomes an alias has rights that {@code by} could not give. */
    void check(Subject by, List<UUID> aliases) {
        for (UUID alias : aliases) {
            for (Grant each : grants.ofAccount(alias)) {
                if (!authorisation.allows(by, GrantRegister.GIVE, Scope.structure(each.structureId()))) {
                    throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "merge.rights");
                }
            }
        }
    }
}
