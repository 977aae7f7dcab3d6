package org.example.abacus;

import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.preau.api.app.ViewContext;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.PageHeader;

/** Beads to count with; what they make is said by the server. */
public final class AbacusView extends AppPage {
    AbacusView(String module, ViewContext view) {
        Locale locale = view.user().locale();
        Paragraph sum = new Paragraph(AbacusApplication.TEXTS.text(locale, "sum", 0));
        sum.getElement().setAttribute("aria-live", "polite");
        Abacus abacus = new Abacus(
                module, AbacusApplication.TEXTS.text(locale, "more"), AbacusApplication.TEXTS.text(locale, "less"));
        abacus.onCount(count -> sum.setText(AbacusApplication.TEXTS.text(locale, "sum", count)));
        add(new PageHeader(AbacusApplication.TEXTS.text(locale, "app.name")), abacus, sum);
    }
}
