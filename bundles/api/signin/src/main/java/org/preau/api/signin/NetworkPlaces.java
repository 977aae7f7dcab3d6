package org.preau.api.signin;

import java.util.OptionalDouble;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where networks are, roughly. There only when the operator supplies a file that says so; nothing is ever asked of another server.
 *
 * @since 1.0
 */
@ProviderType
public interface NetworkPlaces {
    /**
     * How far apart two networks are.
     *
     * @param network a network, see {@link ClientNetwork}
     * @param other another one
     * @return kilometres; nothing when the place of one is not known
     */
    OptionalDouble kilometresBetween(String network, String other);
}
