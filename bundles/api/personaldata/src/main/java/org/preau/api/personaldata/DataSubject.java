package org.preau.api.personaldata;

import java.util.List;
import java.util.UUID;

/**
 * Whose data are asked for or erased.
 *
 * @param personId the person
 * @param accountIds his accounts, and the aliases that merges left
 * @since 1.0
 */
public record DataSubject(UUID personId, List<UUID> accountIds) {
    /** Keeps its own copy. */
    public DataSubject {
        accountIds = List.copyOf(accountIds);
    }
}
