package org.preau.api.signin;

import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * Somebody signed in.
 *
 * @param sessionId the session
 * @param accountId whose
 * @param counter where
 * @param network the client's network: the first 16 bits of an IPv4 address, 32 of an IPv6 one, as hexadecimal digits; never the address itself
 * @since 1.0
 */
public record SessionOpened(UUID sessionId, UUID accountId, String counter, String network) implements PortalEvent {}
