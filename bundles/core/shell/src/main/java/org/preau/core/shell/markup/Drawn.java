package org.preau.core.shell.markup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.dom.Element;

/** An element whose content is drawn in one go. It is one node of the session and five changes in the answer; as components, a link with an icon and a word is four and twenty. */
public class Drawn extends Component implements HasStyle {
    /** An element with this class; attributes as those of {@link Markup#open}. */
    public Drawn(String tag, String className, String... attributes) {
        super(new Element(tag));
        addClassName(className);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            getElement().setAttribute(attributes[i], attributes[i + 1]);
        }
    }

    /** Shows this instead of what it showed. */
    public final Drawn show(Markup content) {
        draw(this, content);
        return this;
    }

    /** Shows this in an element that is a component of its own, a button for instance. It has no components in it. */
    public static void draw(HasElement component, Markup content) {
        component.getElement().setProperty("innerHTML", content.toString());
    }
}
