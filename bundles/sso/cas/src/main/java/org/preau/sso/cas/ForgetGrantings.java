package org.preau.sso.cas;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.signin.SessionEnded;

/** Forgets the proxy-granting tickets of sessions that ended. */
@Component
public final class ForgetGrantings implements PortalEventListener<SessionEnded> {
    private final SqlGrantings grantings;

    /** Made by the portal. */
    @Activate
    public ForgetGrantings(@Reference SqlGrantings grantings) {
        this.grantings = grantings;
    }

    @Override
    public Class<SessionEnded> type() {
        return SessionEnded.class;
    }

    @Override
    public void on(SessionEnded event) {
        grantings.forget(event.sessionIds());
    }
}
