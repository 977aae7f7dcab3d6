package org.preau.ui.kit;

import com.vaadin.flow.component.html.Div;

/**
 * Shows rich text. The HTML must have been sanitised on the server: it is put into the page as it is.
 *
 * @since 1.0
 */
public final class RichText extends Div {
    /** Shows that HTML. */
    public RichText(String sanitisedHtml) {
        addClassName("preau-rich-text");
        getElement().setProperty("innerHTML", sanitisedHtml);
    }
}
