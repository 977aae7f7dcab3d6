package org.preau.core.authorisation;

import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.identity.PeopleParted;

/** Reads grants anew when a merge was taken back: each account has its own again. */
@Component
public final class PartedListener implements PortalEventListener<PeopleParted> {
    private final SqlGrants grants;

    /** Listens for those grants. */
    @Activate
    public PartedListener(@Reference SqlGrants grants) {
        this.grants = grants;
    }

    @Override
    public Class<PeopleParted> type() {
        return PeopleParted.class;
    }

    @Override
    public void on(PeopleParted event) {
        grants.forget(Stream.of(event.keptAccount(), event.aliasAccount())
                .filter(Objects::nonNull)
                .toList());
    }
}
