package org.preau.sso.oidc;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.Audit;
import org.preau.api.base.Ids;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.signin.PortalSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the gate what may leave and makes the code that stands for it, in one transaction. */
final class CodeIssue {
    private static final Logger log = LoggerFactory.getLogger(CodeIssue.class);
    private final SqlSignIns signIns;
    private final ReleaseGate gate;
    private final Audit audit;

    CodeIssue(SqlSignIns signIns, ReleaseGate gate, Audit audit) {
        this.signIns = signIns;
        this.gate = gate;
        this.audit = audit;
    }

    /** The code; refused when nothing may leave. */
    String issue(PortalSession session, Wish wish, String deviceName) throws Refusal {
        try {
            return signIns.issue(made(session, wish, deviceName));
        } catch (NotReleasedException e) {
            throw e.refusal;
        }
    }

    /** What leaves now for the same service and user. */
    Release release(PortalSession session, Client client, String redirectUri) throws Refusal {
        if (!RedirectAddresses.matches(client, redirectUri)) {
            throw Refusal.grant("its redirect_uri is not declared any more");
        }
        ReleaseOutcome outcome = gate.release(session, client.connector(), redirectUri);
        if (outcome instanceof ReleaseOutcome.Released released
                && released.release().userId().isPresent()) {
            return released.release();
        }
        if (outcome instanceof ReleaseOutcome.Unavailable unavailable) {
            log.warn("OpenID Connect: {}", unavailable.why());
            throw Refusal.of("temporarily_unavailable", "a part of the portal is stopped, try again later");
        }
        throw outcome instanceof ReleaseOutcome.ConsentNeeded
                ? Refusal.of("consent_required", "the user, or for a pupil his guardian, has not agreed")
                : Refusal.of("access_denied", "this service is not offered to this user");
    }

    private Supplier<SignIn> made(PortalSession session, Wish wish, String deviceName) {
        return () -> {
            Release release;
            try {
                release = release(session, wish.client(), wish.redirectUri());
                String sub = release.userId().orElseThrow();
                if (wish.subject().filter(expected -> !expected.equals(sub)).isPresent()) {
                    throw Refusal.of("login_required", "another user than that of id_token_hint is signed in");
                }
                return signIn(session, wish, release, sub, device(session, wish, deviceName));
            } catch (Refusal e) {
                throw new NotReleasedException(e);
            }
        };
    }

    private Optional<String> device(PortalSession session, Wish wish, String deviceName) {
        if (!wish.staysSignedIn()) {
            return Optional.empty();
        }
        audit.record(
                session.subject(),
                "oidc.device",
                "account:" + session.accountId(),
                Map.of("connector", wish.client().connector().id(), "device", deviceName));
        return Optional.of(deviceName);
    }

    private static SignIn signIn(
            PortalSession session, Wish wish, Release release, String sub, Optional<String> device) {
        @Nullable PortalSession holder = device.isPresent() ? session : null;
        return new SignIn(
                Ids.next(),
                wish.client().connector().id(),
                wish.redirectUri(),
                wish.challenge(),
                wish.nonce(),
                session.id(),
                session.accountId(),
                sub,
                ClaimNames.of(release.attributes(), wish.scopes()),
                wish.scopes(),
                session.since(),
                device.orElse(null),
                holder);
    }

    /** Takes a refusal out of the transaction, which comes to nothing. */
    private static final class NotReleasedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Refusal refusal;

        NotReleasedException(Refusal refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }
}
