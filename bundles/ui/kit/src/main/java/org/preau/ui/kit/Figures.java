package org.preau.ui.kit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/**
 * The state of something in a few large figures, each a link to what it counts.
 *
 * @since 1.0
 */
public final class Figures extends Div {
    private final UnorderedList list = new UnorderedList();

    /** No figure yet. */
    public Figures(String label) {
        addClassName("preau-figures");
        list.getElement().setAttribute("role", "list").setAttribute("aria-label", label);
        add(list);
    }

    /** Adds a figure that needs nobody's attention. */
    public Figures figure(String figure, String words, String href) {
        return add(figure, words, href, false);
    }

    /** Adds a figure that somebody should look at. */
    public Figures concern(String figure, String words, String href) {
        return add(figure, words, href, true);
    }

    private Figures add(String figure, String words, String href, boolean concern) {
        Span value = new Span(figure);
        value.addClassName("preau-figure-value");
        Span meaning = new Span(words);
        meaning.addClassName("preau-figure-words");
        Anchor link = Links.to(href, "");
        link.add(value, meaning);
        link.addClassName("preau-figure");
        link.setClassName("preau-concern", concern);
        list.add(new ListItem(link));
        return this;
    }
}
