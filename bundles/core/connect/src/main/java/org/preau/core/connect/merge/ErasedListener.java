package org.preau.core.connect.merge;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Events;
import org.preau.api.base.PortalEventListener;
import org.preau.api.connector.UsersErased;
import org.preau.api.directory.lifecycle.PersonErased;
import org.preau.core.connect.member.SqlMembers;

/** Somebody was erased: no connector knows him any more. */
@Component
public final class ErasedListener implements PortalEventListener<PersonErased> {
    private final SqlMergedIdentifiers identifiers;
    private final SqlMembers members;
    private final Events events;

    /** Made by the portal. */
    @Activate
    public ErasedListener(
            @Reference SqlMergedIdentifiers identifiers, @Reference SqlMembers members, @Reference Events events) {
        this.events = events;
        this.members = members;
        this.identifiers = identifiers;
    }

    @Override
    public Class<PersonErased> type() {
        return PersonErased.class;
    }

    @Override
    public void on(PersonErased event) {
        identifiers.erased(event.accountIds());
        members.erased(event.accountIds());
        events.publish(new UsersErased(event.accountIds()));
    }
}
