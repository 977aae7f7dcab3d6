package org.preau.sso.cas;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a ticket stands for.
 *
 * @param connector id of the connector
 * @param service the address it was issued for, as {@link ServiceAddress#compared} writes it
 * @param sessionId the portal session it comes from
 * @param userId the user's identifier at the service
 * @param attributes what else leaves
 * @param fresh whether the user has signed in for this ticket
 * @param proxies for a proxy ticket, the callback addresses of the services it went through, the latest first; none for a service ticket
 */
record Grant(
        String connector,
        String service,
        UUID sessionId,
        String userId,
        Map<String, List<String>> attributes,
        boolean fresh,
        List<String> proxies) {
    /** Whether it stands for a proxy ticket. */
    boolean proxied() {
        return !proxies.isEmpty();
    }
}
