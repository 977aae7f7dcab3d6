package org.preau.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a counter calls once it knows who the user is.
 *
 * @since 1.0
 */
@ProviderType
public interface SignIns {
    /**
     * Opens a portal session for the account and sends the browser on: to the charter if it is to be accepted, else to where he wanted to go. Any earlier session of this browser is discarded.
     * An inactive account is activated.
     *
     * @param counter id of the counter
     * @param returnTo where the user wanted to go, checked here; null for the home page
     * @return the session that was opened: a counter keeps by it what its own sign-out will need
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} when the account is blocked or its profile may not use this counter
     */
    UUID proven(
            HttpServletRequest request,
            HttpServletResponse response,
            String counter,
            UUID accountId,
            @Nullable String returnTo)
            throws IOException;

    /** Shows {@code /signin} again with a message of the counter's, its fields kept but for the password. */
    void again(HttpServletRequest request, HttpServletResponse response, String counter, String message, int status)
            throws IOException;

    /** Records that the account accepts the charter in force, for accounts made ready by the operator. */
    void acceptCharter(UUID accountId);
}
