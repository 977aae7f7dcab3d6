package org.preau.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/**
 * A titled surface that groups what belongs together.
 *
 * @since 1.0
 */
public final class Card extends Section {
    private final H2 title = new H2();
    private final Div head = new Div(title);

    /** An empty card. */
    public Card(String title) {
        addClassName("preau-card");
        head.addClassName("preau-card-head");
        this.title.setText(title);
        super.add(head);
    }

    /** Puts an icon before the title. */
    public Card icon(String name) {
        head.addComponentAsFirst(new AppIcon(name));
        return this;
    }

    /** Adds the link to all there is, beside the title. */
    public Card more(String label, String href) {
        Component link = Links.to(href, label);
        link.addClassName("preau-more");
        head.add(link);
        return this;
    }

    /** Changes the title. */
    public Card title(String text) {
        title.setText(text);
        return this;
    }
}
