package org.preau.core.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.signin.PortalSession;
import org.preau.core.session.device.DeviceToken;

/** The part of signing in that needs the database. Comes and goes with it; the pages live without. */
interface SignInDesk {
    /** Where a browser stands. */
    enum Standing {
        /** Not signed in. */
        OUT,
        /** Signed in, but the charter is to be accepted first. */
        CHARTER,
        /** Signed in. */
        IN
    }

    /** Where the browser stands. */
    Standing standing(HttpServletRequest request);

    /** Opens a session for the account in place of any earlier one of this browser. */
    Opened open(HttpServletRequest request, String counter, UUID accountId);

    /** Notes that the account accepts the charter in force. */
    void acceptCharter(UUID accountId);

    /** Notes that the user of this browser's session accepts the charter in force. */
    void acceptCharter(HttpServletRequest request);

    /** Ends this browser's session, if there is one, and tells which it was. */
    Optional<PortalSession> signOut(HttpServletRequest request);

    /**
     * A session just opened.
     *
     * @param sessionId its id
     * @param token for the browser
     * @param charterWaits whether the charter is to be accepted first
     * @param device what the browser will be known again by; nothing for those whose devices are not kept
     */
    record Opened(UUID sessionId, SessionToken token, boolean charterWaits, Optional<DeviceToken> device) {}
}
