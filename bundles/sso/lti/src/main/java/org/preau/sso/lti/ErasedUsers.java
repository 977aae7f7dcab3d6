package org.preau.sso.lti;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.connector.UsersErased;

/** Somebody was erased: his scores go. */
@Component
public final class ErasedUsers implements PortalEventListener<UsersErased> {
    private final SqlRoster roster;

    /** Made by the portal. */
    @Activate
    public ErasedUsers(@Reference SqlRoster roster) {
        this.roster = roster;
    }

    @Override
    public Class<UsersErased> type() {
        return UsersErased.class;
    }

    @Override
    public void on(UsersErased event) {
        roster.erased(event.accountIds());
    }
}
