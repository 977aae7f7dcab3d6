package org.preau.api.directory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * Lists the people of a set of scopes in a time that does not grow with the directory: for "people I may write to" (614B). Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface ReachablePeople {
    /** The guardians of a pupil; few. */
    List<UUID> guardiansOf(UUID pupilId);

    /**
     * People of these scopes who have an account that is not closed, but not the viewer himself, by name; with a text the best match first. What is shown of each is minimised for the viewer.
     *
     * <p>The total is exact, but for the families of more than 25 structures: then it is the number known to be there at least, one more than shown when there are more.
     *
     * @param reach the scopes; a bounded list
     * @param people single persons besides, a guardian's children for example
     * @param text a part of names, tolerant as in {@link Directory#search}; empty for everybody
     */
    Page<PersonView> list(Subject viewer, List<Reach> reach, Collection<UUID> people, String text, PageRequest page);
}
