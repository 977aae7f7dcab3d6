package org.preau.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The head of a view: where the user is ({@code h1}, one a view), a sentence below, the way back and the view's actions.
 *
 * @since 1.0
 */
public final class PageHeader extends Header {
    private final H1 title = new H1();
    private final Div words = new Div(title);
    private final Div actions = new Div();
    private @Nullable Paragraph subtitle;

    /** A header with that title. */
    public PageHeader(String title) {
        addClassName("preau-page-header");
        words.addClassName("preau-page-words");
        actions.addClassName("preau-page-actions");
        this.title.setText(title);
        add(words);
    }

    /** Changes the title. */
    public PageHeader title(String text) {
        title.setText(text);
        return this;
    }

    /** Sets the sentence below the title. */
    public PageHeader subtitle(String text) {
        if (subtitle == null) {
            subtitle = new Paragraph();
            words.add(subtitle);
        }
        subtitle.setText(text);
        return this;
    }

    /** Adds the way back, above the title. */
    public PageHeader back(String label, String href) {
        Component link = Links.to(href, label);
        link.addClassName("preau-back");
        link.getElement().insertChild(0, new AppIcon("arrow-left").getElement());
        words.addComponentAsFirst(link);
        return this;
    }

    /** Adds actions at the right; below the title on a narrow screen. At most one of them is primary. */
    public PageHeader actions(Component... components) {
        actions.add(components);
        add(actions);
        return this;
    }
}
