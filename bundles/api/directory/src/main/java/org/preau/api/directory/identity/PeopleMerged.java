package org.preau.api.directory.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalEvent;

/**
 * Two people became one. Who keeps data by person or account follows: ids of the second now mean the first.
 *
 * @param keptPerson the person who stays
 * @param gonePerson the person who went
 * @param keptAccount the account that stays; null if there was none
 * @param aliasAccount the account that became its alias; null if there was none
 * @since 1.0
 */
public record PeopleMerged(UUID keptPerson, UUID gonePerson, @Nullable UUID keptAccount, @Nullable UUID aliasAccount)
        implements PortalEvent {}
