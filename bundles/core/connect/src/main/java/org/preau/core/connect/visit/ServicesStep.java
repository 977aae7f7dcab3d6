package org.preau.core.connect.visit;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SignOutStep;

/** Shows who signs out which services were told; nothing to who went to none. */
@Component
public final class ServicesStep implements SignOutStep {
    private final SqlVisits visits;
    private final SqlFarewells farewells;
    private final ServiceTelling telling;

    /** Made by the portal. */
    @Activate
    public ServicesStep(
            @Reference SqlVisits visits, @Reference SqlFarewells farewells, @Reference ServiceTelling telling) {
        this.visits = visits;
        this.farewells = farewells;
        this.telling = telling;
    }

    @Override
    public Optional<String> page(PortalSession ended, String next) {
        if (visits.of(ended.id()).isEmpty()) {
            return Optional.empty();
        }
        telling.sessionsEnded(List.of(ended.id()));
        return Optional.of(SignedOutEndpoint.PATH + "/" + farewells.make(ended.id(), next));
    }
}
