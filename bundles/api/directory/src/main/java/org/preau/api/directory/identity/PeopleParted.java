package org.preau.api.directory.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalEvent;

/**
 * A merge was taken back.
 *
 * @param keptPerson the person who had stayed
 * @param gonePerson the person who is back
 * @param keptAccount the account that had stayed; null if there was none
 * @param aliasAccount the account that was an alias and is one of its own again; null if there was none
 * @since 1.0
 */
public record PeopleParted(UUID keptPerson, UUID gonePerson, @Nullable UUID keptAccount, @Nullable UUID aliasAccount)
        implements PortalEvent {}
