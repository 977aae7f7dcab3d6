package org.preau.core.session;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.PeopleParted;

/** Ends the sessions of both accounts when a merge was taken back: an open session may be of either person. */
@Component
public final class PeoplePartedListener implements PortalEventListener<PeopleParted> {
    private final SessionEnds ends;

    /** For the service registry. */
    @Activate
    public PeoplePartedListener(@Reference SessionEnds ends) {
        this.ends = ends;
    }

    @Override
    public Class<PeopleParted> type() {
        return PeopleParted.class;
    }

    @Override
    public void on(PeopleParted event) {
        UUID kept = event.keptAccount();
        UUID alias = event.aliasAccount();
        if (kept != null) {
            ends.ofAccount(Subject.SYSTEM, "account", kept);
        }
        if (alias != null) {
            ends.ofAccount(Subject.SYSTEM, "account", alias);
        }
    }
}
