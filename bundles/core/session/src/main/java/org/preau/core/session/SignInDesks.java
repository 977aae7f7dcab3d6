package org.preau.core.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.supervision.HealthCheck;

/** Tells whether people can sign in at the moment: the desk, while the database answers. Itself always there. */
@Component(service = SignInDesks.class)
public final class SignInDesks {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SignInDesk desk;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<HealthCheck> checks = List.of();

    /** For the service registry. */
    @Activate
    public SignInDesks() {}

    SignInDesks(@Nullable SignInDesk desk) {
        this.desk = desk;
    }

    Optional<SignInDesk> open() {
        return databaseDown() ? Optional.empty() : Optional.ofNullable(desk);
    }

    private boolean databaseDown() {
        return checks.stream()
                .anyMatch(check ->
                        check.name().equals("database") && !check.health().up());
    }
}
