package org.preau.sso.cas;

import java.util.List;
import java.util.Optional;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.signin.PortalSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the gate what may leave, and puts it into a grant. */
final class CasRelease {
    private static final Logger log = LoggerFactory.getLogger(CasRelease.class);
    private static final Texts TEXTS = Texts.of(CasLogin.class);

    private final ReleaseGate gate;
    private final Exchanges exchanges;

    CasRelease(ReleaseGate gate, Exchanges exchanges) {
        this.gate = gate;
        this.exchanges = exchanges;
    }

    /** The page to show before anything can be released. */
    Optional<String> pageBefore(PortalSession session, Connector connector, String back) {
        return gate.pageBefore(session, connector, back);
    }

    /**
     * What the ticket will stand for; audited.
     *
     * @throws PortalException when nothing may leave, with a sentence for the user
     */
    Grant grant(PortalSession session, Connector connector, String service, boolean fresh, List<String> proxies) {
        Release release = release(session, connector, service);
        return new Grant(
                connector.id(),
                ServiceAddress.compared(service).orElseThrow(),
                session.id(),
                release.userId().orElseThrow(() -> notForUser(connector, "its category gives no identifier")),
                AttributeNames.of(connector).with(release.attributes()),
                fresh,
                proxies);
    }

    private Release release(PortalSession session, Connector connector, String service) {
        ReleaseOutcome outcome = gate.release(session, connector, service);
        if (outcome instanceof ReleaseOutcome.Released released) {
            return released.release();
        }
        if (outcome instanceof ReleaseOutcome.Unavailable unavailable) {
            log.warn("CAS: {}", unavailable.why());
            exchanges.refused(connector.id(), "login", "unavailable: " + unavailable.why());
            throw new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "cas.unavailable");
        }
        throw notForUser(
                connector,
                outcome instanceof ReleaseOutcome.ConsentNeeded
                        ? "the user, or a pupil's guardian, has not agreed"
                        : "the user is not in its audience, or it is switched off for him");
    }

    private PortalException notForUser(Connector connector, String why) {
        exchanges.refused(connector.id(), "login", why);
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "cas.not-for-user");
    }
}
