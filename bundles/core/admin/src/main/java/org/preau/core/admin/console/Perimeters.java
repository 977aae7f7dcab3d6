package org.preau.core.admin.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserContext;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** The structures over which a user may do something: that of his context, then the tops of his grants' perimeters. */
@Component(service = Perimeters.class)
public final class Perimeters {
    private final Authorisation authorisation;
    private final Structures structures;

    /** Made by the portal. */
    @Activate
    public Perimeters(@Reference Authorisation authorisation, @Reference Structures structures) {
        this.authorisation = authorisation;
        this.structures = structures;
    }

    /** Where the user may do {@code action}; empty for who may nowhere. */
    public List<Structure> of(UserContext user, String action) {
        Map<UUID, Structure> found = new LinkedHashMap<>();
        UUID here = user.session().context().structureId();
        if (allows(user, action, here)) {
            structures.byId(here).ifPresent(each -> found.put(here, each));
        }
        for (UUID top : authorisation.perimeterOf(user.subject(), action)) {
            structures.byId(top).ifPresent(each -> found.putIfAbsent(top, each));
        }
        return List.copyOf(found.values());
    }

    /** Whether the user may do it there. */
    public boolean allows(UserContext user, String action, UUID structureId) {
        return authorisation.allows(user.subject(), action, Scope.structure(structureId));
    }
}
