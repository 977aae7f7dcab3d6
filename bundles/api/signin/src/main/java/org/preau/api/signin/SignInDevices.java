package org.preau.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Subject;

/**
 * The browsers in which adults have signed in, each known again by a cookie of its own for a year. Whoever has signed in before and comes by a browser never seen for his account is told of it. Nothing is kept
 * of pupils: they share the school's computers.
 *
 * @since 1.0
 */
@ProviderType
public interface SignInDevices {
    /** Whether the browser of this request has signed in to this account before. */
    boolean known(HttpServletRequest request, UUID accountId);

    /** The account's devices, the latest used first; at most thirty. */
    List<Device> of(UUID accountId);

    /** The account's owner says that it is his. */
    void confirm(Subject by, UUID deviceId);

    /**
     * Forgets one of the account's own devices, and ends the sessions that were opened there; the next sign-in there is a new device's. Audited.
     *
     * @param by the account's owner; another's device is left alone
     */
    void forget(Subject by, UUID deviceId);

    /**
     * A browser.
     *
     * @param id identifier; the cookie cannot be told from it
     * @param name what it says it is: {@code Firefox, Windows}
     * @param counter where its last sign-in was
     * @param since first sign-in
     * @param lastUsed last sign-in
     * @param unconfirmed whether it was new to an account that had others, and its owner has not said anything yet
     */
    record Device(UUID id, String name, String counter, Instant since, Instant lastUsed, boolean unconfirmed) {}
}
