package org.preau.ui.kit;

import com.vaadin.flow.component.html.Span;

/**
 * An icon of the Vaadin set by its name ({@code newspaper}), drawn in the colour of the text around it. Decoration: words stand beside it.
 *
 * @since 1.0
 */
public final class AppIcon extends Span {
    /** The icon of that name; a plain square for a name that the set does not have. */
    public AppIcon(String name) {
        addClassName("preau-icon");
        getElement().setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", IconSet.svg(name));
    }

    /** The icon as HTML, for what is drawn as text in one go. */
    public static String markup(String name) {
        return "<span class=\"preau-icon\" aria-hidden=\"true\">" + IconSet.svg(name) + "</span>";
    }
}
