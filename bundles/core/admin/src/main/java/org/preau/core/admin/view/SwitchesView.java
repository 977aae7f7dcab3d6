package org.preau.core.admin.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.app.TogglesChanged;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Page;
import org.preau.api.directory.Scope;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** The switches of one structure, school or class: effective at once, for who is signed in too (57D, 613A, 613A bis). */
abstract class SwitchesView extends Screen implements BeforeEnterObserver {
    private final Scope.Kind kind;
    private final Div content = new Div();
    private @Nullable Place place;

    SwitchesView(Desk desk, ViewContext view, Scope.Kind kind) {
        super(desk, view);
        this.kind = kind;
        add(content);
        view.on(TogglesChanged.class, event -> show());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        place = id(event)
                .flatMap(id -> desk.places.place(user(), new Scope(kind, id)))
                .orElse(null);
        show();
    }

    private static Optional<UUID> id(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("id").map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private void show() {
        content.removeAll();
        Place here = place;
        if (here == null) {
            view.title(text("title"));
            content.add(
                    new PageHeader(text("title")).back(text("back"), HOME),
                    new EmptyState(Picture.SEARCH, text("place.absent")));
            return;
        }
        view.title(here.name());
        content.add(new PageHeader(here.name())
                .subtitle(text(kind == Scope.Kind.CLASS ? "class.subtitle" : "structure.subtitle"))
                .back(text("back"), HOME));
        List<Offer> offers = new Offers(desk, locale()).at(here.scope());
        Card card = new Card(text("switches"));
        card.add(new ItemList<Offer>(
                        page -> new Page<>(
                                offers.stream()
                                        .skip(page.offset())
                                        .limit(page.limit())
                                        .toList(),
                                offers.size()),
                        offer -> row(here, offer))
                .pageSize(100)
                .label(text("switches"))
                .empty(new EmptyState(Picture.SEARCH, text("switches.none"))));
        content.add(card);
        if (kind == Scope.Kind.STRUCTURE) {
            classes(here);
        }
    }

    private void classes(Place here) {
        List<Place> classes = desk.places.classesOf(user(), here.scope().id());
        if (!classes.isEmpty()) {
            Card card = new Card(text("classes"));
            card.add(new ItemList<Place>(
                            page -> new Page<>(
                                    classes.stream()
                                            .skip(page.offset())
                                            .limit(page.limit())
                                            .toList(),
                                    classes.size()),
                            each -> new Item(each.name()).href(HOME + "/" + each.path()))
                    .label(text("classes")));
            content.add(card);
        }
    }

    private Item row(Place here, Offer offer) {
        boolean above = desk.toggles.onAbove(offer.item(), here.scope());
        boolean on = above && desk.toggles.at(here.scope()).getOrDefault(offer.item(), true);
        String label = text(above ? on ? "state.on" : "state.off" : "state.off.above");
        return SwitchRow.of(offer, label, on, above, wanted -> set(here, offer, wanted));
    }

    private void set(Place here, Offer offer, boolean on) {
        desk.toggles.set(user().subject(), offer.item(), here.scope(), on);
        show();
        Notice.undo(text(on ? "done.on" : "done.off", offer.name(), here.name()), () -> {
            desk.toggles.set(user().subject(), offer.item(), here.scope(), !on);
            show();
        });
    }
}
