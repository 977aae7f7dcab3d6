package org.preau.sso.cas;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.signin.PortalSessions;
import org.preau.sso.cas.Verdict.Accepted;
import org.preau.sso.cas.Verdict.Code;
import org.preau.sso.cas.Verdict.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges a ticket presented by a service. {@code pgtUrl} is not offered and ignored: the answer holds no proxy-granting ticket, as the protocol foresees. */
final class TicketValidation {
    private static final Logger log = LoggerFactory.getLogger(TicketValidation.class);

    private final SqlTickets tickets;
    private final ConnectorCatalogue catalogue;
    private final PortalSessions sessions;

    TicketValidation(SqlTickets tickets, ConnectorCatalogue catalogue, PortalSessions sessions) {
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.sessions = sessions;
    }

    Verdict judge(HttpServletRequest request) {
        String service = only(request, "service");
        String ticket = only(request, "ticket");
        if (service == null || ticket == null) {
            return new Refused(Code.INVALID_REQUEST, "give service and ticket, each once");
        }
        try {
            return judge(service, ticket, request.getParameter("renew"));
        } catch (PortalException e) {
            log.warn("A CAS ticket cannot be validated: {}", e.getMessage());
            return new Refused(Code.INTERNAL_ERROR, "try again later");
        }
    }

    private Verdict judge(String service, String ticket, @Nullable String renew) {
        Optional<Grant> redeemed = tickets.redeem(ticket);
        if (redeemed.isEmpty()) {
            return new Refused(Code.INVALID_TICKET, "the ticket is unknown, used or too old");
        }
        Grant grant = redeemed.get();
        if (!ServiceAddress.compared(service).equals(Optional.of(grant.service()))
                || catalogue.byId(grant.connector()).isEmpty()) {
            return new Refused(Code.INVALID_SERVICE, "the ticket was issued for another service");
        }
        if (sessions.byId(grant.sessionId()).isEmpty()) {
            return new Refused(Code.INVALID_TICKET, "its user has signed out");
        }
        if (renew != null && !renew.isEmpty() && !renew.equals("false")) {
            // A yes would promise that the user has just typed his password.
            return new Refused(Code.INVALID_TICKET, "renew is not offered");
        }
        return new Accepted(grant);
    }

    private static @Nullable String only(HttpServletRequest request, String parameter) {
        String[] values = request.getParameterValues(parameter);
        return values == null || values.length != 1 || values[0].isEmpty() ? null : values[0];
    }
}
