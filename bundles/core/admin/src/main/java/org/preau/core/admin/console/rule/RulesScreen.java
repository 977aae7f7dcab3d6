package org.preau.core.admin.console.rule;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Optional;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Texts;
import org.preau.api.communication.CommunicationRules;
import org.preau.api.directory.Structure;
import org.preau.core.admin.console.Choices;
import org.preau.core.admin.console.ConsolePage;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Picture;

/** Who may write to whom in a structure: the rule, its exceptions, and "may A write to B, and why". */
public final class RulesScreen extends ConsolePage implements BeforeEnterObserver {
    private static final Texts TEXTS = Texts.of(RulesScreen.class);

    private final RuleDesk desk;
    private final Div body = new Div();

    /** Empty until the address says where; without, the user's own structure. */
    public RulesScreen(RuleDesk desk, ViewContext view) {
        super(view, TEXTS);
        this.desk = desk;
        head(text("title"), text("subtitle"));
        body.addClassName("preau-page");
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        body.removeAll();
        List<Structure> places = desk.perimeters.of(user(), CommunicationRules.SET);
        Optional<Structure> asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("in")
                .flatMap(desk.structures::byCode)
                .filter(each -> desk.perimeters.allows(user(), CommunicationRules.SET, each.id()));
        if (asked.isEmpty() && places.isEmpty()) {
            body.add(new EmptyState(Picture.PEOPLE, text("nowhere")));
            return;
        }
        Div cards = new Div();
        cards.addClassName("preau-page");
        if (asked.isPresent()) {
            show(cards, asked.get());
        } else {
            Select<Structure> where = Choices.structure(text("where"), places);
            where.addValueChangeListener(change -> show(cards, change.getValue()));
            if (places.size() > 1) {
                body.add(where);
            }
            show(cards, places.get(0));
        }
        body.add(cards);
    }

    private void show(Div cards, Structure place) {
        cards.removeAll();
        cards.add(
                new PresetCard(desk, this, place, () -> show(cards, place)),
                new ExceptionsCard(desk, this, place),
                new CheckerCard(desk, this));
    }
}
