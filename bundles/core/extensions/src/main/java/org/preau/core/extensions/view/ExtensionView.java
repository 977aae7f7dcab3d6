package org.preau.core.extensions.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.preau.api.app.ViewContext;
import org.preau.api.extension.Extension;
import org.preau.api.extension.ExtensionState;
import org.preau.api.extension.ExtensionsChanged;
import org.preau.api.extension.PastAct;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** One extension: how it is, what it brings, sees and takes, its errors and its story. */
public final class ExtensionView extends Screen implements BeforeEnterObserver {
    private final Div body = new Div();
    private String id = "";

    /** Empty until the address says which. */
    public ExtensionView(Desk desk, ViewContext view) {
        super(desk, view);
        view.title(text("title"));
        body.addClassName("preau-page");
        add(body);
        view.on(ExtensionsChanged.class, event -> {
            if (event.extensionId().equals(id)) {
                show();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
        show();
    }

    private void show() {
        if (!desk.extensions.allows(subject())) {
            closed();
            return;
        }
        Optional<Extension> found = desk.extensions.one(subject(), id);
        body.removeAll();
        if (found.isEmpty()) {
            body.add(
                    new PageHeader(text("title")).back(text("back"), HOME),
                    new EmptyState(Picture.SEARCH, text("one.unknown")));
            return;
        }
        Extension one = found.get();
        view.title(one.jar().name());
        body.add(
                new PageHeader(one.jar().name())
                        .subtitle(text("version", one.jar().version()))
                        .back(text("back"), HOME),
                state(one),
                new RemoveBar(this, one),
                new FactsCard(this, one),
                card("brings", Brings.of(one.contributes(), this)),
                card("sees", Sight.of(one.jar().imports(), this)),
                new TakesCard(this, one),
                errors(one),
                story(one));
    }

    private Div state(Extension one) {
        Div place = status();
        place.addClassName("extensions-state");
        place.setClassName("extensions-care", one.jar().state() != ExtensionState.RUNNING);
        switch (one.jar().state()) {
            case RUNNING -> place.add(new Paragraph(text("one.running")));
            case WAITING -> {
                place.add(new Paragraph(text("one.waiting")));
                place.add(lines(one.jar().waits().stream()
                        .map(each -> each.in(locale()))
                        .toList()));
            }
            case STOPPED -> place.add(new Paragraph(text("one.stopped", one.id())));
        }
        Extension.Usage usage = one.usage();
        if (usage != null && !usage.stopped().isEmpty()) {
            place.addClassName("extensions-care");
            place.add(new Paragraph(text("one.quarantine", usage.stopped())));
        }
        return place;
    }

    private Card card(String key, List<String> sentences) {
        Card card = new Card(text(key));
        card.add(sentences.isEmpty() ? new Paragraph(text(key + ".nothing")) : lines(sentences));
        return card;
    }

    private Card errors(Extension one) {
        List<String> found = new ArrayList<>();
        one.errors()
                .forEach(fault -> found.add(
                        text("errors.line", moment(fault.at()), fault.what()) + " (" + fault.reference() + ")"));
        Card card = new Card(text("errors"));
        card.add(found.isEmpty() ? new Paragraph(text("errors.none")) : lines(found));
        return card;
    }

    private Card story(Extension one) {
        Card card = new Card(text("history"));
        card.add(new ItemList<PastAct>(page -> desk.extensions.history(subject(), one.id(), page), this::line)
                .pageSize(10)
                .label(text("history"))
                .empty(new Paragraph(text("history.empty"))));
        return card;
    }
}
