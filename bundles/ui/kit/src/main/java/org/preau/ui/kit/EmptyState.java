package org.preau.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/**
 * What stands where there is nothing yet: a picture, a sentence that says what this place is for, and what can be done.
 *
 * @since 1.0
 */
public final class EmptyState extends Div {
    /** An empty state with that picture and sentence. */
    public EmptyState(Picture picture, String sentence) {
        addClassName("preau-empty");
        add(picture.image(), new Paragraph(sentence));
    }

    /** Adds what can be done about it. */
    public EmptyState action(Component component) {
        add(component);
        return this;
    }
}
