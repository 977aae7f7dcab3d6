package org.preau.core.notification;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;

/**
 * Where somebody belongs and as what: what is told to these is told to him.
 *
 * @param scopes ids of his scopes
 * @param profiles his profiles there
 */
record Reader(Set<UUID> scopes, Set<String> profiles) {
    /** Knows where people belong. */
    @Component(service = Desk.class)
    public static final class Desk {
        private final Directory directory;

        /** Asks this directory. */
        @Activate
        public Desk(@Reference Directory directory) {
            this.directory = directory;
        }

        Reader of(UUID personId) {
            List<Membership> memberships = directory.scopesOf(personId);
            return new Reader(
                    memberships.stream().map(each -> each.scope().id()).collect(Collectors.toSet()),
                    memberships.stream().map(each -> each.profile().name()).collect(Collectors.toSet()));
        }
    }
}
