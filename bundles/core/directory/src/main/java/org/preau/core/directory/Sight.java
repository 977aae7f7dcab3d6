package org.preau.core.directory;

import java.util.Set;
import java.util.UUID;

/**
 * Whom a viewer may see.
 *
 * @param all everybody: the portal itself
 * @param family whether the viewer is a pupil or guardian: other families' pupils are shown by first name
 * @param self the viewer and his children
 * @param full structures where he sees everybody
 * @param staffOnly structures where he sees the staff
 * @param classes classes and groups whose pupils he sees
 */
public record Sight(
        boolean all, boolean family, Set<UUID> self, Set<UUID> full, Set<UUID> staffOnly, Set<UUID> classes) {
    /** Sees everybody. */
    public static final Sight ALL = new Sight(true, false, Set.of(), Set.of(), Set.of(), Set.of());

    /**
     * A condition on {@code p.id} that takes {@link #parameters}. Each part is a look into an index for one person, whatever the planner believes: {@code offset 0} keeps it from listing all the
     * people of an academy first, {@code is true} from asking the index for each of its schools in turn.
     */
    public static final String CONDITION =
            """
            (? or p.id = any (?::uuid[])
              or exists (select 1 from directory.affiliation a
                          where a.person_id = p.id and (a.structure_id = any (?::uuid[])) is true offset 0)
              or exists (select 1 from directory.guardianship g
                           join directory.affiliation a on a.person_id = g.pupil_id and a.profile = 'STUDENT'
                          where g.guardian_id = p.id and (a.structure_id = any (?::uuid[])) is true offset 0)
              or exists (select 1 from directory.affiliation a
                          where a.person_id = p.id and (a.structure_id = any (?::uuid[])) is true
                            and a.profile in ('HEAD', 'TEACHER', 'STAFF') offset 0)
              or exists (select 1 from directory.class_member m
                          where m.person_id = p.id and (m.class_id = any (?::uuid[])) is true offset 0)
              or exists (select 1 from directory.hand_group_member m
                          where m.person_id = p.id and (m.group_id = any (?::uuid[])) is true offset 0))
            """;

    /** What {@link #CONDITION} is asked with. */
    public Object[] parameters() {
        return new Object[] {all, self, full, full, staffOnly, classes, classes};
    }

    /** Whether all whom he sees are of that many structures and classes at most. */
    boolean isOfFew(int most) {
        return !all && full.size() + staffOnly.size() + classes.size() <= most;
    }
}
