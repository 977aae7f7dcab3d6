package org.preau.apps.rentree.school;

import java.util.Set;

/**
 * What was decided in a school.
 *
 * @param settled steps that the head called settled
 * @param classesSeen how many classes he looked at
 * @param delegates how many people hand out the resources of the GAR
 */
public record Marks(Set<Step> settled, int classesSeen, int delegates) {
    /** Nothing yet. */
    public static final Marks NONE = new Marks(Set.of(), 0, 0);

    /** Keeps its own copy. */
    public Marks {
        settled = Set.copyOf(settled);
    }
}
