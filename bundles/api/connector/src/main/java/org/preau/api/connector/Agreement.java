package org.preau.api.connector;

import java.util.Set;

/**
 * What was agreed to for one user and one connector, under its present convention (requirement 3113-5).
 *
 * @param state whether it was asked, and what came of it
 * @param attributes SDET names of the attributes agreed to; empty unless {@link State#GIVEN}
 * @param delivered whether the attributes have been given out once already: from then on the service knows the user
 * @since 1.0
 */
public record Agreement(State state, Set<String> attributes, boolean delivered) {
    /** Nobody was asked. */
    public static final Agreement NONE = new Agreement(State.NOT_ASKED, Set.of(), false);

    /** Whether somebody was asked. */
    public enum State {
        /** Nobody has answered yet, or the convention changed since. */
        NOT_ASKED,
        /** Some attributes, maybe none of them, may leave. */
        GIVEN,
        /** The service may learn nothing: the user does not go there. */
        REFUSED
    }

    /** Keeps its own copy. */
    public Agreement {
        attributes = Set.copyOf(attributes);
    }
}
