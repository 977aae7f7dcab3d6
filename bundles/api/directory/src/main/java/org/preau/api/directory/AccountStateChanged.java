package org.preau.api.directory;

import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * An account was activated, blocked or opened.
 *
 * @param accountId the account
 * @param state its new state
 * @since 1.0
 */
public record AccountStateChanged(UUID accountId, AccountState state) implements PortalEvent {}
