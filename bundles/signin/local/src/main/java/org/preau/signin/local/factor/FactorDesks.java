package org.preau.signin.local.factor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.signin.local.LocalCounter;

/** The desks of second factors, while they are there: the pages live without, and let nobody in. */
@Component(service = FactorDesks.class)
public final class FactorDesks {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable StepDesk steps;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable FactorDesk factors;

    /** For the service registry. */
    @Activate
    public FactorDesks() {}

    /** Desks that stay. */
    public FactorDesks(@Nullable StepDesk steps, @Nullable FactorDesk factors) {
        this.steps = steps;
        this.factors = factors;
    }

    /**
     * What is under way.
     *
     * @throws PortalException {@code UNAVAILABLE} while it is closed
     */
    public StepDesk steps() {
        return Optional.ofNullable(steps).orElseThrow(FactorDesks::closed);
    }

    /**
     * The factors.
     *
     * @throws PortalException {@code UNAVAILABLE} while they are out of reach
     */
    public FactorDesk factors() {
        return Optional.ofNullable(factors).orElseThrow(FactorDesks::closed);
    }

    private static PortalException closed() {
        return new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "deskClosed");
    }
}
