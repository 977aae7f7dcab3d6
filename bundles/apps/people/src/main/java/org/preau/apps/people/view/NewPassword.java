package org.preau.apps.people.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;

/** A pupil's new passphrase, shown once to who asked for it. */
final class NewPassword extends Div {
    NewPassword(Screen screen, String name, String login, String words, Runnable close) {
        Card card = new Card(screen.text("password.given", name));
        add(card);
        Span passphrase = new Span(words);
        passphrase.addClassName("preau-secret");
        card.add(
                new Paragraph(screen.text("password.login", login)),
                new Paragraph(passphrase),
                new Paragraph(screen.text("password.help")),
                Buttons.plain(screen.text("password.close"), close));
    }
}
