package org.preau.api.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads for the gate that releases facts to services and for the pages on which people agree to it. Not minimised for a viewer: whoever shows them sees to that. Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface FactsOfPeople {
    /** The person's facts; nothing for somebody unknown or merged into another. */
    Optional<PersonFacts> of(UUID personId);

    /** The children whose legal guardian this person is, those without an account too; one line for each school of a child. */
    List<Child> legalChildrenOf(UUID guardianId);
}
