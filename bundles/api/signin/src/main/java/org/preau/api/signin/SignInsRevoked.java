package org.preau.api.signin;

import java.util.List;
import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * Somebody revoked all sign-ins of accounts, running sessions or not: sessions ended by an administrator or the switchboard, password reset, account blocked. What outlives a session, such as a device that
 * stays signed in, ends with it. A sign-out and idle time are no such thing.
 *
 * @param everybody every account; the list is empty then
 * @param accountIds which, at most 1,000 an event
 * @since 1.0
 */
public record SignInsRevoked(boolean everybody, List<UUID> accountIds) implements PortalEvent {
    /** Keeps its own copy. */
    public SignInsRevoked {
        accountIds = List.copyOf(accountIds);
    }

    /** Of these accounts. */
    public static SignInsRevoked of(List<UUID> accountIds) {
        return new SignInsRevoked(false, accountIds);
    }

    /** Of every account. */
    public static SignInsRevoked ofEverybody() {
        return new SignInsRevoked(true, List.of());
    }
}
