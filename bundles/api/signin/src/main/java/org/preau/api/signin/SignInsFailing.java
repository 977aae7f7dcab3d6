package org.preau.api.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalEvent;

/**
 * Sign-ins fail in numbers: published by a counter when it closes a login or a client address for a while, once each time, never for a single failure.
 *
 * @param id identifier of this event
 * @param counter where
 * @param accountId whose account is tried; null when nobody has that login, or when it is an address that fails with many logins
 * @param network the client's network, see {@link ClientNetwork}
 * @since 1.0
 */
public record SignInsFailing(UUID id, String counter, @Nullable UUID accountId, String network)
        implements PortalEvent {}
