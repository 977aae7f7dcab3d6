package org.preau.sso.cas;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.sso.cas.Verdict.Accepted;
import org.preau.sso.cas.Verdict.Code;
import org.preau.sso.cas.Verdict.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges a ticket presented by a service, and notes the visit of one that is good. */
final class TicketValidation {
    private static final Logger log = LoggerFactory.getLogger(TicketValidation.class);

    private final SqlTickets tickets;
    private final ConnectorCatalogue catalogue;
    private final PortalSessions sessions;
    private final ServiceVisits visits;
    private final ProxyCallback callback;
    private final Exchanges exchanges;

    TicketValidation(
            SqlTickets tickets,
            ConnectorCatalogue catalogue,
            PortalSessions sessions,
            ServiceVisits visits,
            ProxyCallback callback,
            Exchanges exchanges) {
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.visits = visits;
        this.callback = callback;
        this.exchanges = exchanges;
    }

    /**
     * What a service presents.
     *
     * @param step the protocol's word for how, for the log
     * @param service its address; null when not given once
     * @param ticket the ticket; null when not given once
     * @param renew whether the ticket must come from a sign-in made for it
     * @param pgtUrl where it wants a proxy-granting ticket sent; empty for nowhere
     * @param proxies whether proxy tickets are taken too
     */
    record Presented(
            String step,
            @Nullable String service,
            @Nullable String ticket,
            boolean renew,
            String pgtUrl,
            boolean proxies) {}

    Verdict judge(Presented presented) {
        String service = presented.service();
        String ticket = presented.ticket();
        if (service == null || ticket == null) {
            return refused("", presented, Code.INVALID_REQUEST, "give service and ticket, each once");
        }
        try {
            return judge(presented, service, ticket);
        } catch (PortalException e) {
            log.warn("A CAS ticket cannot be validated: {}", e.getMessage());
            return new Refused(Code.INTERNAL_ERROR, "try again later");
        }
    }

    private Verdict judge(Presented presented, String service, String ticket) {
        Optional<Grant> redeemed = tickets.redeem(ticket);
        if (redeemed.isEmpty()) {
            String connector = catalogue
                    .byService(CasProtocol.NAME, service)
                    .map(Connector::id)
                    .orElse("");
            return refused(connector, presented, Code.INVALID_TICKET, "the ticket is unknown, used or too old");
        }
        Grant grant = redeemed.get();
        Optional<Connector> connector = catalogue.byId(grant.connector());
        if (connector.isEmpty() || !ServiceAddress.compared(service).equals(Optional.of(grant.service()))) {
            return refused(
                    grant.connector(), presented, Code.INVALID_SERVICE, "the ticket was issued for another service");
        }
        if (catalogue.suspended(grant.connector())) {
            return refused(grant.connector(), presented, Code.INVALID_TICKET, "the connector is suspended");
        }
        Optional<PortalSession> session = sessions.byId(grant.sessionId());
        if (session.isEmpty()) {
            return refused(grant.connector(), presented, Code.INVALID_TICKET, "its user has signed out");
        }
        if (grant.proxied() && !presented.proxies()) {
            return refused(
                    grant.connector(),
                    presented,
                    Code.INVALID_TICKET_SPEC,
                    "this is a proxy ticket; validate it at proxyValidate if proxies are welcome");
        }
        if (presented.renew() && !grant.fresh()) {
            return refused(
                    grant.connector(),
                    presented,
                    Code.INVALID_TICKET,
                    "renew: the user has not signed in for this ticket; send him to login with renew=true");
        }
        return accept(presented, grant, ticket, connector.get(), session.get());
    }

    private Verdict accept(
            Presented presented, Grant grant, String ticket, Connector connector, PortalSession session) {
        Optional<String> iou = Optional.empty();
        if (!presented.pgtUrl().isEmpty()) {
            Optional<Refused> refusal = callback.refusal(connector, presented.pgtUrl());
            if (refusal.isPresent()) {
                return refused(
                        connector.id(),
                        presented,
                        refusal.get().code(),
                        refusal.get().description());
            }
            iou = callback.call(grant, connector, presented.pgtUrl());
        }
        visits.note(session, connector, ServiceHandle.of(ticket, grant.service(), connector));
        exchanges.done(connector.id(), presented.step());
        return new Accepted(grant, iou);
    }

    private Refused refused(String connector, Presented presented, Code code, String description) {
        exchanges.refused(connector, presented.step(), code + ": " + description);
        return new Refused(code, description);
    }
}
