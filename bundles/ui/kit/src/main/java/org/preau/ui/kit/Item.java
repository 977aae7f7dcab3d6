package org.preau.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * A row of a list: a title, smaller words below and beside it; a link as a whole where it has an address.
 *
 * @since 1.0
 */
public final class Item extends Div {
    private final Div words = new Div();
    private final Span label;

    /** A row with that title. */
    public Item(String title) {
        addClassName("preau-item");
        words.addClassName("preau-item-words");
        label = new Span(title);
        label.addClassName("preau-item-title");
        words.add(label);
        add(words);
    }

    /** Smaller words below the title. */
    public Item detail(String text) {
        return word(words, "preau-item-detail", text);
    }

    /** A few words at the right: a date, a state. */
    public Item meta(String text) {
        return word(this, "preau-item-meta", text);
    }

    private Item word(HasComponents place, String className, String text) {
        if (!text.isBlank()) {
            Span span = new Span(text);
            span.addClassName(className);
            place.add(span);
        }
        return this;
    }

    /** Makes the whole row a link to a path of the portal. */
    public Item href(String href) {
        return link(Links.to(href, label.getText()));
    }

    /** Makes the whole row a link that leaves the user interface: to a page outside the views, or another site. */
    public Item away(String href) {
        return link(Links.away(href, label.getText()));
    }

    private Item link(Anchor link) {
        link.addClassNames("preau-item-title", "preau-item-link");
        words.replace(label, link);
        return this;
    }

    /** Puts something before the title: an avatar, an icon. */
    public Item leading(Component component) {
        addComponentAsFirst(component);
        return this;
    }

    /** Puts buttons at the end of the row. */
    public Item trailing(Component... components) {
        Div place = new Div(components);
        place.addClassName("preau-item-actions");
        add(place);
        return this;
    }

    /** Shows that this row is new or matters more than its neighbours; said in words to who does not see it. */
    public Item marked(boolean marked) {
        setClassName("preau-marked", marked);
        if (marked) {
            Span spoken = new Span(KitTexts.text("item.marked"));
            spoken.addClassName("preau-only-spoken");
            words.addComponentAsFirst(spoken);
        }
        return this;
    }
}
