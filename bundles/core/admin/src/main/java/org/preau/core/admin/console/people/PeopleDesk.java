package org.preau.core.admin.console.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.directory.Structures;
import org.preau.api.directory.identity.People;
import org.preau.api.directory.lifecycle.Lifecycle;
import org.preau.api.directory.request.AccountRequests;
import org.preau.api.signin.LocalPasswords;
import org.preau.core.admin.console.Perimeters;

/** What the screens about people work with. */
@Component(service = PeopleDesk.class)
public final class PeopleDesk {
    final People people;
    final Lifecycle lifecycle;
    final AccountRequests requests;
    final GrantRegister grants;
    final Structures structures;
    final Perimeters perimeters;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable LocalPasswords passwords;

    /** Made by the portal. */
    @Activate
    public PeopleDesk(
            @Reference People people,
            @Reference Lifecycle lifecycle,
            @Reference AccountRequests requests,
            @Reference GrantRegister grants,
            @Reference Structures structures,
            @Reference Perimeters perimeters) {
        this.people = people;
        this.lifecycle = lifecycle;
        this.requests = requests;
        this.grants = grants;
        this.structures = structures;
        this.perimeters = perimeters;
    }

    /** Help for who cannot get in, while local sign-in is there. */
    Optional<LocalPasswords> passwords() {
        return Optional.ofNullable(passwords);
    }
}
