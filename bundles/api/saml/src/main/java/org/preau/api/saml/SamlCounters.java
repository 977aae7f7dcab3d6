package org.preau.api.saml;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes the SAML part of sign-in counters.
 *
 * @since 1.0
 */
@ProviderType
public interface SamlCounters {
    /**
     * Opens a counter's SAML part; the counter closes it when it goes.
     *
     * @param arrival what to do with who has proved himself
     */
    SamlCounter open(Settings settings, SamlCounter.Arrival arrival);

    /**
     * How a counter speaks SAML.
     *
     * @param counter its id: it answers below {@code /signin/<id>}, its key is {@code signin.<id>}
     * @param entityId our name towards the provider; empty for the address of our metadata
     * @param provider the provider's metadata
     */
    record Settings(String counter, java.util.Optional<String> entityId, SamlParties.Source provider) {}
}
