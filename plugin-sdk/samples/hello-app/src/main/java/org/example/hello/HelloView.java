package org.example.hello;

import java.util.Locale;
import org.preau.api.app.ViewContext;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** The view at {@code /app/hello}, made of the portal's components so that it looks like the rest. A new one is made at each visit. */
public final class HelloView extends AppPage {
    private int waves;

    HelloView(ViewContext view) {
        Locale locale = view.user().locale();
        Card card = new Card(HelloApplication.TEXTS.text(locale, "card.title"));
        card.add(new EmptyState(Picture.DONE, HelloApplication.TEXTS.text(locale, "card.text")));
        add(
                new PageHeader(
                                HelloApplication.TEXTS.text(locale, "greeting", view.user().session().firstName()))
                        .actions(Buttons.primary(HelloApplication.TEXTS.text(locale, "wave"), () -> {
                            waves++;
                            Notice.info(HelloApplication.TEXTS.text(locale, "waved", waves));
                        })),
                card);
    }
}
