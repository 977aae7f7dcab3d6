package org.preau.sso.cas;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a ticket stands for: decided and audited when it is issued.
 *
 * @param connector id of the connector
 * @param service address it was issued for, as {@link ServiceAddress#compared} writes it
 * @param sessionId the portal session it comes from
 * @param userId the user's identifier at the service
 * @param attributes what else leaves
 */
record Grant(String connector, String service, UUID sessionId, String userId, Map<String, List<String>> attributes) {}
