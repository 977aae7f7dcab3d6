package org.preau.api.directory.identity;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * People who look like one person: proposed, merged or set apart (621C). The portal alone merges guardians only whom two feeds of one academy give with the same names, mail, child and link.
 *
 * <p>A head decides about the people of his school, an administrator about those of his perimeter (action {@value #MERGE}): both people must be within it. Every decision is audited with what was
 * before and after. Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface Identities {
    /** The action of looking at, merging and setting apart; its targets are the structures of both people. */
    String MERGE = "person.merge";

    /**
     * Looks for duplicates and remembers what it finds; what was decided stays decided.
     *
     * @param within the structure whose people, with those below it, are compared with everybody; nothing for all (the portal only)
     * @return how many pairs stand proposed afterwards within it
     */
    int find(Subject by, Optional<UUID> within);

    /** The pairs in a state, highest score first; of them those of which at least one person is within the structure, or within the viewer's perimeter. */
    Page<Likeness> likenesses(Subject viewer, Optional<UUID> within, LikenessState state, PageRequest page);

    /** How many pairs are proposed in each structure, those without any left out: figures only, in one query, for jobs that look at all schools. Not minimised and not authorised. */
    Map<UUID, Integer> proposedByStructure();

    /** What {@link #merge} would do, and what it would lose. */
    MergePreview preview(Subject by, UUID keep, UUID gone);

    /**
     * Makes two people one: sources, affiliations, classes, guardianship and accounts of the second go to the first. Of two accounts the one used last stays, the other's login leads to it.
     * Publishes {@link PeopleMerged}.
     *
     * @throws org.preau.api.base.PortalException {@code CONFLICT} for a guardian and his own child, for a pupil and a grown-up, for somebody merged already
     */
    Merge merge(Subject by, UUID keep, UUID gone);

    /**
     * Takes a merge back: what it moved and is still there goes back; what feeds or people did since stays where it is. Publishes {@link PeopleParted}. The two are set apart.
     *
     * @throws org.preau.api.base.PortalException {@code CONFLICT} when a later merge of either person stands
     */
    void undo(Subject by, UUID mergeId);

    /** Merges, the latest first, of the people within the structure or the viewer's perimeter. */
    Page<Merge> merges(Subject viewer, Optional<UUID> within, PageRequest page);

    /** Remembers that these are two people. */
    void setApart(Subject by, UUID a, UUID b);

    /** Takes {@link #setApart} back. */
    void reopen(Subject by, UUID a, UUID b);
}
