package org.preau.core.admin.console.account;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.lifecycle.Lifecycle;
import org.preau.api.directory.request.AccountRequests;
import org.preau.core.admin.console.Perimeters;

/** What the screens about accounts work with. */
@Component(service = AccountDesk.class)
public final class AccountDesk {
    final AccountRequests requests;
    final Lifecycle lifecycle;
    final Accounts accounts;
    final Perimeters perimeters;

    /** Made by the portal. */
    @Activate
    public AccountDesk(
            @Reference AccountRequests requests,
            @Reference Lifecycle lifecycle,
            @Reference Accounts accounts,
            @Reference Perimeters perimeters) {
        this.requests = requests;
        this.lifecycle = lifecycle;
        this.accounts = accounts;
        this.perimeters = perimeters;
    }

    /** The address of the person an account is for, below the console's; empty when there is none any more. */
    Optional<String> fileOf(@Nullable UUID account) {
        return Optional.ofNullable(account).flatMap(accounts::byId).map(each -> "person/" + each.personId());
    }
}
