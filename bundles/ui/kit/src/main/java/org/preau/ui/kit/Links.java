package org.preau.ui.kit;

import com.vaadin.flow.component.html.Anchor;

/**
 * Links.
 *
 * @since 1.0
 */
public final class Links {
    private Links() {}

    /** A link to a view of the portal, followed without loading a new page. */
    public static Anchor to(String href, String text) {
        Anchor anchor = new Anchor(href, text);
        anchor.addClassName("preau-link");
        return anchor;
    }

    /** A link that leaves the user interface (sign-out, connectors, other sites): followed by the browser itself. */
    public static Anchor away(String href, String text) {
        Anchor anchor = to(href, text);
        anchor.setRouterIgnore(true);
        return anchor;
    }
}
