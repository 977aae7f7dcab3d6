package org.preau.core.connect.consent;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.lifecycle.PersonErased;

/** Somebody was erased: what he agreed to goes with him. */
@Component
public final class ErasedConsents implements PortalEventListener<PersonErased> {
    private final SqlConsents consents;

    /** Made by the portal. */
    @Activate
    public ErasedConsents(@Reference SqlConsents consents) {
        this.consents = consents;
    }

    @Override
    public Class<PersonErased> type() {
        return PersonErased.class;
    }

    @Override
    public void on(PersonErased event) {
        consents.erased(event.personId());
    }
}
