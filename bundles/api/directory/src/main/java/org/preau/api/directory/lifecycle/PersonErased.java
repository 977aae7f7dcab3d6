package org.preau.api.directory.lifecycle;

import java.util.List;
import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * A person was erased: whoever keeps data by these ids erases them too.
 *
 * @param personId the person
 * @param accountIds his accounts and their aliases
 * @since 1.0
 */
public record PersonErased(UUID personId, List<UUID> accountIds) implements PortalEvent {}
