package org.preau.core.connect.merge;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.lifecycle.PersonErased;

/** Somebody was erased: no connector knows him any more. */
@Component
public final class ErasedListener implements PortalEventListener<PersonErased> {
    private final SqlMergedIdentifiers identifiers;

    /** Made by the portal. */
    @Activate
    public ErasedListener(@Reference SqlMergedIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public Class<PersonErased> type() {
        return PersonErased.class;
    }

    @Override
    public void on(PersonErased event) {
        identifiers.erased(event.accountIds());
    }
}
