package org.preau.api.authorisation;

import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * The grants of an account changed.
 *
 * @param accountId the account
 * @since 1.0
 */
public record GrantsChanged(UUID accountId) implements PortalEvent {}
