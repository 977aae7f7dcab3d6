package org.preau.core.connect.consent;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.connector.Agreement;

/**
 * What was decided for one person and one connector.
 *
 * @param connector the connector's id
 * @param personId whose attributes they are
 * @param terms digest of the convention that was shown, see {@link Terms}
 * @param state what was decided
 * @param attributes SDET names agreed to; empty unless given
 * @param decidedBy the person who decided: himself, or a pupil's guardian; null once he is erased
 * @param decidedAt when
 * @param deliveredAt when the attributes were given out, null if not yet
 */
public record Consent(
        String connector,
        UUID personId,
        String terms,
        State state,
        Set<String> attributes,
        @Nullable UUID decidedBy,
        Instant decidedAt,
        @Nullable Instant deliveredAt) {
    /** Keeps its own copy. */
    public Consent {
        attributes = Set.copyOf(attributes);
    }

    /** What was decided. */
    public enum State {
        /** Some attributes, maybe none, may leave. */
        GIVEN,
        /** Nothing may leave. */
        REFUSED,
        /** What had been given was taken back: as if never asked. */
        WITHDRAWN
    }

    /** What holds under these terms: nothing when others had been shown. */
    public Agreement under(Terms now) {
        if (!terms.equals(now.digest()) || state == State.WITHDRAWN) {
            return Agreement.NONE;
        }
        return state == State.GIVEN
                ? new Agreement(Agreement.State.GIVEN, attributes, deliveredAt != null)
                : new Agreement(Agreement.State.REFUSED, Set.of(), false);
    }
}
