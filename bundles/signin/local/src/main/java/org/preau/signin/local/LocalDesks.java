package org.preau.signin.local;

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
import org.preau.signin.local.credential.LocalDesk;

/** The desk, while it is there: the pages live without. */
@Component(service = LocalDesks.class)
public final class LocalDesks {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable LocalDesk desk;

    /** For the service registry. */
    @Activate
    public LocalDesks() {}

    LocalDesks(@Nullable LocalDesk desk) {
        this.desk = desk;
    }

    /**
     * The desk.
     *
     * @throws PortalException {@code UNAVAILABLE} while it is closed
     */
    LocalDesk require() {
        return Optional.ofNullable(desk)
                .orElseThrow(() -> new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "deskClosed"));
    }
}
