package org.preau.api.connector;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The facts about a user that a policy may ask for. Asking for an identifier makes and stores it, so a policy asks only for what it releases.
 *
 * @since 1.0
 */
@ProviderType
public interface UserFacts {
    /** The opaque identifier of this user at this connector; the same for ever, another at every other connector. */
    String pairwiseId();

    /** The profile of the context, as the SDET writes it: {@code National_elv}. */
    String profile();

    /** UAI of the school of the context. */
    String uai();

    /**
     * Values of an attribute by its SDET name, one of {@link SdetAttribute}, as the directory has them; none when it has none or the portal does not know the name.
     */
    List<String> attribute(String sdetName);
}
