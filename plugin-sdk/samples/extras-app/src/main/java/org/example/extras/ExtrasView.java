package org.example.extras;

import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.PageHeader;

/** One button, and how often the school has used it today. */
public final class ExtrasView extends AppPage {
    private final Greetings greetings;
    private final Locale locale;
    private final UUID school;
    private final Paragraph count = new Paragraph();

    ExtrasView(Greetings greetings, ViewContext view) {
        this.greetings = greetings;
        this.locale = view.user().locale();
        this.school = view.user().session().context().structureId();
        count.getElement().setAttribute("aria-live", "polite");
        Card card = new Card(ExtrasApplication.TEXTS.text(locale, "card.title"));
        card.add(count);
        add(
                new PageHeader(ExtrasApplication.TEXTS.text(locale, "app.name"))
                        .subtitle(view.user().session().context().structureName())
                        .actions(Buttons.primary(ExtrasApplication.TEXTS.text(locale, "greet"), this::greet)),
                card);
        show();
    }

    private void greet() {
        greetings.greet(school);
        show();
    }

    private void show() {
        long times = greetings.of(greetings.today()).getOrDefault(school, 0.0).longValue();
        count.setText(ExtrasApplication.TEXTS.text(locale, "times", times));
    }
}
