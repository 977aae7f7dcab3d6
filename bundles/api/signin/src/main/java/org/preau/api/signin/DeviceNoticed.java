package org.preau.api.signin;

import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * Somebody signed in with a browser that his account had never seen, and it had seen others. Not published more than three times a day for one account.
 *
 * @param deviceId which, see {@link SignInDevices}
 * @param accountId whose
 * @since 1.0
 */
public record DeviceNoticed(UUID deviceId, UUID accountId) implements PortalEvent {}
