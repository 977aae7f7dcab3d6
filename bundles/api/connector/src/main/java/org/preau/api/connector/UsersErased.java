package org.preau.api.connector;

import java.util.List;
import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * People were erased: a protocol that keeps something by these accounts erases it too. Protocols hear of it here, since they never see the directory.
 *
 * @param accountIds their accounts and aliases
 * @since 1.0
 */
public record UsersErased(List<UUID> accountIds) implements PortalEvent {
    /** Keeps its own copy. */
    public UsersErased {
        accountIds = List.copyOf(accountIds);
    }
}
