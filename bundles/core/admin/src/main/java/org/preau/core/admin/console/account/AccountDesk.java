package org.preau.core.admin.console.account;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.directory.lifecycle.Lifecycle;
import org.preau.api.directory.request.AccountRequests;
import org.preau.core.admin.console.Perimeters;

/** What the screens about accounts work with. */
@Component(service = AccountDesk.class)
public final class AccountDesk {
    final AccountRequests requests;
    final Lifecycle lifecycle;
    final Perimeters perimeters;

    /** Made by the portal. */
    @Activate
    public AccountDesk(
            @Reference AccountRequests requests, @Reference Lifecycle lifecycle, @Reference Perimeters perimeters) {
        this.requests = requests;
        this.lifecycle = lifecycle;
        this.perimeters = perimeters;
    }
}
