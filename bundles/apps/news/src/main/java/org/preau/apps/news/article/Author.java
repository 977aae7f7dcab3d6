package org.preau.apps.news.article;

import org.preau.api.app.UserContext;
import org.preau.api.base.Subject;

/**
 * Who writes.
 *
 * @param subject who acts
 * @param name as readers see it
 */
public record Author(Subject subject, String name) {
    /** The user as an author. */
    public static Author of(UserContext user) {
        return new Author(user.subject(), user.session().displayName());
    }
}
