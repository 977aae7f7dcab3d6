package org.preau.core.admin.console.grant;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.GrantProposals;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structures;
import org.preau.core.admin.console.Perimeters;

/** What the screens about rights work with. */
@Component(service = GrantDesk.class)
public final class GrantDesk {
    final GrantRegister grants;
    final GrantProposals proposals;
    final Accounts accounts;
    final Structures structures;
    final Perimeters perimeters;

    /** Made by the portal. */
    @Activate
    public GrantDesk(
            @Reference GrantRegister grants,
            @Reference GrantProposals proposals,
            @Reference Accounts accounts,
            @Reference Structures structures,
            @Reference Perimeters perimeters) {
        this.grants = grants;
        this.proposals = proposals;
        this.accounts = accounts;
        this.structures = structures;
        this.perimeters = perimeters;
    }
}
