package org.preau.sso.cas;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Exchanges;
import org.preau.api.http.OutgoingCalls;
import org.preau.sso.cas.Verdict.Code;
import org.preau.sso.cas.Verdict.Refused;

/** Sends proxy-granting tickets to services that may act for their users (CAS 3.0, section 2.5.4): to an address among the connector's {@code service.urls} only, following no redirect. */
final class ProxyCallback {
    private static final String STEP = "pgtUrl";

    private final SqlGrantings grantings;
    private final OutgoingCalls calls;
    private final Exchanges exchanges;

    ProxyCallback(SqlGrantings grantings, OutgoingCalls calls, Exchanges exchanges) {
        this.grantings = grantings;
        this.calls = calls;
        this.exchanges = exchanges;
    }

    /** Why this service gets no ticket there; nothing when it may. */
    Optional<Refused> refusal(Connector connector, String pgtUrl) {
        if (!CasProtocol.allowsProxy(connector)) {
            return Optional.of(
                    new Refused(Code.UNAUTHORIZED_SERVICE_PROXY, "the connector does not say proxy.allowed = true"));
        }
        if (!connector.accepts(pgtUrl)) {
            return Optional.of(
                    new Refused(Code.INVALID_PROXY_CALLBACK, "pgtUrl is not among the connector's service.urls"));
        }
        return Optional.empty();
    }

    /** Sends a ticket; gives the word by which the service finds it, nothing when it did not take it: the validation succeeds without, as the protocol has it. */
    Optional<String> call(Grant grant, Connector connector, String pgtUrl) {
        String ticket = grantings.issue(grant, ServiceAddress.compared(pgtUrl).orElseThrow());
        String iou = Secrets.next("PGTIOU-");
        if (taken(connector, URI.create(address(pgtUrl, iou, ticket)))) {
            return Optional.of(iou);
        }
        grantings.revoke(ticket);
        return Optional.empty();
    }

    private boolean taken(Connector connector, URI address) {
        try {
            int status = calls.get(address, Map.of()).status();
            if (status / 100 == 2) {
                exchanges.done(connector.id(), STEP);
                return true;
            }
            exchanges.refused(connector.id(), STEP, "the callback answered " + status + "; want 200");
        } catch (IOException e) {
            exchanges.refused(connector.id(), STEP, "the callback cannot be reached: " + e.getMessage());
        }
        return false;
    }

    private static String address(String pgtUrl, String iou, String ticket) {
        String first = ServiceAddress.withTicket(pgtUrl, "pgtIou", iou);
        return ServiceAddress.withTicket(first, "pgtId", ticket);
    }
}
