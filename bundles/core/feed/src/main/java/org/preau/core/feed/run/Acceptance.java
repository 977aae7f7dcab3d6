package org.preau.core.feed.run;

import java.util.Map;

/**
 * Who may leave, as somebody said who looked at the review: so many and no more.
 *
 * @param free whether everybody may, however many
 * @param all whether every school's leavers may, up to these figures; otherwise those of {@code schools} only
 * @param schools leavers at the time by code of school
 * @param kinds leavers of the whole source at the time by kind of record
 */
public record Acceptance(boolean free, boolean all, Map<String, Integer> schools, Map<String, Integer> kinds) {
    /** Everybody may leave, however many. */
    public static final Acceptance FREE = new Acceptance(true, true, Map.of(), Map.of());

    /** Keeps its own copies. */
    public Acceptance {
        schools = Map.copyOf(schools);
        kinds = Map.copyOf(kinds);
    }

    /** Whether so many may leave that school. */
    public boolean covers(String school, int leaving) {
        return free || leaving <= schools.getOrDefault(school, 0);
    }
}
