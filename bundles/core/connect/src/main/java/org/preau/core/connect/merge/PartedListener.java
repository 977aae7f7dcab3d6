package org.preau.core.connect.merge;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.identity.PeopleParted;

/** A merge was taken back. */
@Component
public final class PartedListener implements PortalEventListener<PeopleParted> {
    private final SqlMergedIdentifiers identifiers;

    /** Made by the portal. */
    @Activate
    public PartedListener(@Reference SqlMergedIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public Class<PeopleParted> type() {
        return PeopleParted.class;
    }

    @Override
    public void on(PeopleParted event) {
        UUID kept = event.keptAccount();
        UUID alias = event.aliasAccount();
        if (kept != null && alias != null) {
            identifiers.parted(kept, alias);
        }
    }
}
