package org.preau.api.directory.load;

import java.util.Set;

/**
 * Who may leave when a load is applied.
 *
 * @since 1.0
 */
public sealed interface Leavers {
    /** Everybody who is no more in the feed. */
    record All() implements Leavers {}

    /** Those of these schools only; the others stay as they are until a later load. */
    record OfSchools(Set<String> codes) implements Leavers {
        /** Keeps its own copy. */
        public OfSchools {
            codes = Set.copyOf(codes);
        }
    }

    /** Everybody leaves who has to. */
    static Leavers all() {
        return new All();
    }
}
