package org.preau.api.directory.request;

import java.util.List;
import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * Accounts made by hand are about to end: told {@code days} days before. {@link AccountRequests#expiring} lists them.
 *
 * @param accountIds the accounts
 * @param days days left: 30 or 7
 * @since 1.0
 */
public record AccountsExpiring(List<UUID> accountIds, int days) implements PortalEvent {}
