package org.preau.core.authorisation;

import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.identity.PeopleMerged;

/** Reads grants anew when two people became one: the account that stays has those of its alias too. */
@Component
public final class MergedListener implements PortalEventListener<PeopleMerged> {
    private final SqlGrants grants;

    /** Listens for those grants. */
    @Activate
    public MergedListener(@Reference SqlGrants grants) {
        this.grants = grants;
    }

    @Override
    public Class<PeopleMerged> type() {
        return PeopleMerged.class;
    }

    @Override
    public void on(PeopleMerged event) {
        grants.forget(Stream.of(event.keptAccount(), event.aliasAccount())
                .filter(Objects::nonNull)
                .toList());
    }
}
