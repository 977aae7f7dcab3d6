package org.preau.core.session;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.base.Subject;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.AccountStateChanged;

/** Ends the sessions of an account that is blocked or whose person left. */
@Component
public final class AccountStateListener implements PortalEventListener<AccountStateChanged> {
    private final SessionEnds ends;

    /** For the service registry. */
    @Activate
    public AccountStateListener(@Reference SessionEnds ends) {
        this.ends = ends;
    }

    @Override
    public Class<AccountStateChanged> type() {
        return AccountStateChanged.class;
    }

    @Override
    public void on(AccountStateChanged event) {
        if (event.state() == AccountState.BLOCKED || event.state() == AccountState.LEAVING) {
            ends.ofAccount(Subject.SYSTEM, "account", event.accountId());
        }
    }
}
