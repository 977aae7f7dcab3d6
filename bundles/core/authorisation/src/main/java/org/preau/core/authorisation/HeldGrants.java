package org.preau.core.authorisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.authorisation.GrantsChanged;
import org.preau.api.base.PortalEventListener;

/** The grants of the accounts that act, in memory: forgotten as soon as one changes, on any node. */
@Component(service = {HeldGrants.class, PortalEventListener.class})
public final class HeldGrants implements PortalEventListener<GrantsChanged> {
    private static final int KEPT = 20_000;

    private final Grants grants;
    private final Clock clock;
    private final Map<UUID, List<Grant>> byAccount = new ConcurrentHashMap<>();

    /** Reads from those grants. */
    @Activate
    public HeldGrants(@Reference Grants grants, @Reference Clock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /** The grants that hold today. */
    List<Grant> of(UUID accountId) {
        if (byAccount.size() > KEPT) {
            byAccount.clear();
        }
        LocalDate today = LocalDate.now(clock);
        return byAccount.computeIfAbsent(accountId, grants::ofAccount).stream()
                .filter(grant -> grant.until() == null || !grant.until().isBefore(today))
                .toList();
    }

    @Override
    public Class<GrantsChanged> type() {
        return GrantsChanged.class;
    }

    @Override
    public void on(GrantsChanged event) {
        byAccount.remove(event.accountId());
    }
}
