package org.preau.core.session;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.PeopleMerged;

/** Ends the sessions of both accounts when two people became one: the context of an open session may be that of the person who went. */
@Component
public final class PeopleMergedListener implements PortalEventListener<PeopleMerged> {
    private final SessionEnds ends;

    /** For the service registry. */
    @Activate
    public PeopleMergedListener(@Reference SessionEnds ends) {
        this.ends = ends;
    }

    @Override
    public Class<PeopleMerged> type() {
        return PeopleMerged.class;
    }

    @Override
    public void on(PeopleMerged event) {
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
