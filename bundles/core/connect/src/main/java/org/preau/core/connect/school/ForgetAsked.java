package org.preau.core.connect.school;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.signin.SessionEnded;

/** Forgets what ended sessions chose. */
@Component
public final class ForgetAsked implements PortalEventListener<SessionEnded> {
    private final SqlAsked asked;

    /** Made by the portal. */
    @Activate
    public ForgetAsked(@Reference SqlAsked asked) {
        this.asked = asked;
    }

    @Override
    public Class<SessionEnded> type() {
        return SessionEnded.class;
    }

    @Override
    public void on(SessionEnded event) {
        asked.forget(event.sessionIds());
    }
}
