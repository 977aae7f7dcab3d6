package org.preau.apps.rentree.school;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.Identities;
import org.preau.api.directory.identity.LikenessState;

/** People who look like one, while the directory can tell. */
@Component(service = Duplicates.class)
public final class Duplicates {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Identities identities;

    /** The service. */
    public Optional<Identities> identities() {
        return Optional.ofNullable(identities);
    }

    /** How many pairs of each school wait for a decision, those without any left out; in one question. */
    Map<UUID, Integer> proposed() {
        return identities().map(Identities::proposedByStructure).orElse(Map.of());
    }

    /** How many pairs of a school wait for a decision; 0 while nobody can tell. */
    int proposed(UUID school) {
        return identities()
                .map(known -> (int) known.likenesses(
                                Subject.SYSTEM, Optional.of(school), LikenessState.PROPOSED, PageRequest.first(1))
                        .total())
                .orElse(0);
    }
}
