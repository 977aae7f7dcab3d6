package org.preau.sso.cas;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.Exchanges;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.sso.cas.SqlGrantings.Granting;
import org.preau.sso.cas.Verdict.Code;
import org.preau.sso.cas.Verdict.Issued;
import org.preau.sso.cas.Verdict.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /proxy} (CAS 3.0, section 2.7): a service that holds a proxy-granting ticket asks for a ticket at another one, for the same user. What that one learns is decided by its own connector. */
final class ProxyTickets {
    private static final Logger log = LoggerFactory.getLogger(ProxyTickets.class);
    private static final String STEP = "proxy";

    private final SqlGrantings grantings;
    private final SqlTickets tickets;
    private final ConnectorCatalogue catalogue;
    private final CasRelease release;
    private final PortalSessions sessions;
    private final Exchanges exchanges;

    ProxyTickets(
            SqlGrantings grantings,
            SqlTickets tickets,
            ConnectorCatalogue catalogue,
            CasRelease release,
            PortalSessions sessions,
            Exchanges exchanges) {
        this.grantings = grantings;
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.release = release;
        this.sessions = sessions;
        this.exchanges = exchanges;
    }

    Verdict issue(@Nullable String pgt, @Nullable String target) {
        if (pgt == null || target == null) {
            return refused("", Code.INVALID_REQUEST, "give pgt and targetService, each once");
        }
        try {
            Optional<Granting> granting = grantings.find(pgt);
            return granting.isEmpty()
                    ? refused("", Code.BAD_PGT, "the proxy-granting ticket is unknown or too old")
                    : issue(granting.get(), target);
        } catch (PortalException e) {
            log.warn("A CAS proxy ticket cannot be issued: {}", e.getMessage());
            return new Refused(Code.INTERNAL_ERROR, "try again later");
        }
    }

    private Verdict issue(Granting granting, String target) {
        String proxy = granting.connector();
        if (catalogue.byId(proxy).filter(CasProtocol::allowsProxy).isEmpty()) {
            return refused(proxy, Code.UNAUTHORIZED_SERVICE_PROXY, "the connector does not say proxy.allowed = true");
        }
        if (catalogue.suspended(proxy)) {
            return refused(proxy, Code.UNAUTHORIZED_SERVICE_PROXY, "the connector is suspended");
        }
        Optional<PortalSession> session = sessions.byId(granting.sessionId());
        if (session.isEmpty()) {
            return refused(proxy, Code.BAD_PGT, "its user has signed out");
        }
        Optional<Connector> connector = catalogue.byService(CasProtocol.NAME, target);
        if (connector.isEmpty()) {
            return refused(
                    proxy,
                    Code.UNAUTHORIZED_SERVICE,
                    "no connector declares the service " + ServiceAddress.shown(target, null));
        }
        if (release.pageBefore(session.get(), connector.get(), "/").isPresent()) {
            return refused(
                    proxy,
                    Code.UNAUTHORIZED_SERVICE,
                    "the user must be asked first; let him go to "
                            + connector.get().id() + " once himself");
        }
        return issue(granting, target, session.get(), connector.get());
    }

    private Verdict issue(Granting granting, String target, PortalSession session, Connector connector) {
        try {
            String ticket = tickets.issue(() -> release.grant(session, connector, target, false, granting.proxies()));
            exchanges.done(granting.connector(), STEP);
            return new Issued(ticket);
        } catch (PortalException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            return refused(
                    granting.connector(), Code.UNAUTHORIZED_SERVICE, connector.id() + " is not offered to this user");
        }
    }

    private Refused refused(String connector, Code code, String description) {
        exchanges.refused(connector, STEP, code + ": " + description);
        return new Refused(code, description);
    }
}
