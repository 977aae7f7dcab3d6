package org.preau.apps.feeds.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.preau.ui.kit.Card;

/** A part of the review in a card of its own. */
abstract class Panel extends Div {
    private final Card card;

    Panel(String title) {
        card = new Card(title);
        add(card);
    }

    final void put(Component... components) {
        card.add(components);
    }
}
