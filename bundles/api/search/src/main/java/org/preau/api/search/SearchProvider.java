package org.preau.api.search;

import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;

/**
 * Finds things of one kind by words, for the search in the head of every page. Register it as a service. Each is asked on a thread of its own and has a second; the results of those that are late or fail are
 * left out, and said to be.
 *
 * <p>It gives only what this user may see: nobody filters after it.
 *
 * <pre>{@code
 * @Component
 * public final class NotesSearch implements SearchProvider {
 *     public String id() { return "notes"; }
 *     public LocalizedText name() { return TEXTS.both("search.name"); }
 *     public Page<SearchHit> search(UserContext user, String words, int most) {
 *         return store.find(user.subject(), words, PageRequest.first(most)).map(NotesSearch::hit);
 *     }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface SearchProvider {
    /** Unique name, {@code [a-z][a-z0-9-]*}. */
    String id();

    /** Heading of its results: "Personnes". */
    LocalizedText name();

    /** Place among the groups of results, smallest first. */
    default int order() {
        return 100;
    }

    /** Whether this user is offered this search at all; cheap. */
    default boolean serves(UserContext user) {
        return true;
    }

    /**
     * What fits the words, best first, with how many there are in all.
     *
     * @param words what the user typed, stripped, 2 to 100 characters: accents, case and order of words should not matter
     * @param most how many are shown
     */
    Page<SearchHit> search(UserContext user, String words, int most);
}
