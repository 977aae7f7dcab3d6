package org.preau.sso.oidc;

import java.util.Objects;
import java.util.Optional;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;
import org.preau.api.signin.PortalSessions;

/**
 * Who stands behind a sign-in now. For a browser's: its portal session, while it runs. A device stays signed in when that session is over; its holder counts as long as the directory still knows him in the
 * school and profile he signed in with.
 */
final class Holders {
    private final PortalSessions sessions;

    Holders(PortalSessions sessions) {
        this.sessions = sessions;
    }

    Optional<PortalSession> of(SignIn signIn) {
        PortalSession past = signIn.holder();
        return past == null
                ? sessions.byId(signIn.sessionId())
                : sessions.contextsOf(past).stream()
                        .filter(context -> same(context, past.context()))
                        .findFirst()
                        .map(past::in);
    }

    private static boolean same(Context one, Context other) {
        return one.profile() == other.profile()
                && one.structureId().equals(other.structureId())
                && (other.childId() == null || Objects.equals(one.childId(), other.childId()));
    }
}
