package org.preau.core.connect.merge;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.identity.PeopleMerged;

/** Two people became one. */
@Component
public final class MergedListener implements PortalEventListener<PeopleMerged> {
    private final SqlMergedIdentifiers identifiers;

    /** Made by the portal. */
    @Activate
    public MergedListener(@Reference SqlMergedIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public Class<PeopleMerged> type() {
        return PeopleMerged.class;
    }

    @Override
    public void on(PeopleMerged event) {
        UUID kept = event.keptAccount();
        UUID alias = event.aliasAccount();
        if (kept != null && alias != null) {
            identifiers.merged(kept, alias);
        }
    }
}
