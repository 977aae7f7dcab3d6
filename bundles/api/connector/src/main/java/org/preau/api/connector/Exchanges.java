package org.preau.api.connector;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What happens between the portal and a service, for the integrator who connects it: kept for a while, shown live. Never holds personal data, identifiers, tickets or secrets. Never throws.
 *
 * @since 1.0
 */
@ProviderType
public interface Exchanges {
    /**
     * Notes a step that worked.
     *
     * @param connectorId the connector
     * @param step what was done, in the protocol's words: {@code serviceValidate}, {@code token}, {@code AuthnRequest}
     */
    void done(String connectorId, String step);

    /**
     * Notes a step that was refused.
     *
     * @param connectorId the connector; empty when the request did not tell which
     * @param step what was asked
     * @param reason why not and what to do, in English, for the integrator
     */
    void refused(String connectorId, String step, String reason);
}
