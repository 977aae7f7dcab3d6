package org.preau.api.app;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.signin.PortalSession;

/**
 * Which applications and connectors a structure, a school or a class has (613A, 57D), and which a user hides (51E). An item is on unless a level above or at the user's own says no; a
 * lower level narrows, never widens. Items are named {@code app:<id>} and {@code connector:<id>}.
 *
 * @since 1.0
 */
@ProviderType
public interface Toggles {
    /** Whether the item is on for this session; from memory, cheap. */
    boolean on(String item, PortalSession session);

    /** What is switched at this very scope: items to on or off; items not named follow the levels above. */
    Map<String, Boolean> at(Scope scope);

    /** Whether the levels above this scope leave the item on. */
    boolean onAbove(String item, Scope scope);

    /**
     * Switches an item at a scope; audited, published as {@link TogglesChanged}.
     *
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} for who may not ({@code toggle.set})
     */
    void set(Subject by, String item, Scope scope, boolean on);

    /** Hides or shows an item on the user's own home page; published as {@link HiddenChanged}. */
    void hide(Subject by, String item, boolean hidden);

    /** What the user hides from his own home page. */
    default Set<String> hiddenBy(Subject user) {
        return Set.of();
    }
}
