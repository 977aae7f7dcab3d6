package org.preau.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/**
 * The frame of a view: the shell's page width, rhythm and spacing. A view extends it or puts its content into one.
 *
 * @since 1.0
 */
public class AppPage extends Div {
    /** A page with these parts, from top to bottom. */
    public AppPage(Component... parts) {
        super(parts);
        addClassName("preau-page");
    }
}
