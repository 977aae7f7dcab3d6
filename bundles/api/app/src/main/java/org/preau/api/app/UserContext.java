package org.preau.api.app;

import java.util.Locale;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.signin.PortalSession;

/**
 * For whom something is shown: the session and the language.
 *
 * @param session the session, in its present context
 * @param locale French or English
 * @since 1.0
 */
public record UserContext(PortalSession session, Locale locale) {
    /** Who acts. */
    public Subject subject() {
        return session.subject();
    }

    /** As what. */
    public Profile profile() {
        return session.context().profile();
    }
}
