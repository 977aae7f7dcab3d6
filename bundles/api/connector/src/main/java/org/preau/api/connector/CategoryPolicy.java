package org.preau.api.connector;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What may leave for the connectors of one SDET category. A pure function, registered as a service by the bundle of the category; while it is not there, the connectors of the category are
 * unavailable.
 */
@ConsumerType
public interface CategoryPolicy {
    /** The category, 1 to 5. */
    int category();

    /** What leaves. Must give nothing that the category does not allow; asks for a fact only when it is released. */
    Release release(Connector connector, UserFacts user);
}
