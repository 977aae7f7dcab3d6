package org.preau.core.admin.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.preau.api.app.MenuLink;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.Scope;
import org.preau.core.admin.console.Waiting;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Figures;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.SearchField;

/** Where one chooses for whom to switch applications: own school and classes, or a school of the perimeter, found by its name ({@code ?q=}). */
public final class PlacesView extends Screen implements BeforeEnterObserver {
    private static final int LONGEST = 100;

    private final Div found = new Div();
    private final SearchField search;

    /** The choice for this user. */
    public PlacesView(Desk desk, ViewContext view) {
        super(desk, view);
        view.title(text("title"));
        search = new SearchField(text("schools.search"), this::searched);
        search.setPlaceholder(text("schools.example"));
        search.setMaxLength(LONGEST);
        add(new PageHeader(text("title")).subtitle(text("subtitle")));
        boolean ways = state();
        List<Place> own = desk.places.own(user());
        boolean perimeter =
                desk.places.schools(user(), "", PageRequest.first(1)).total() > 0;
        if (own.isEmpty() && !perimeter && !ways) {
            add(new EmptyState(Picture.PEOPLE, text("nowhere")));
        }
        if (!own.isEmpty()) {
            String title = text(perimeter ? "places.perimeter" : "places");
            Card card = new Card(title);
            card.add(new ItemList<Place>(page -> slice(own, page), this::row).label(title));
            add(card);
        }
        if (perimeter) {
            Card card = new Card(text("schools"));
            card.add(search, found);
            add(card);
        }
        Card mine = new Card(text("home.title"));
        mine.add(Links.to(HOME + "/home", text("home.link")));
        add(mine);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String words = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("q")
                .orElse("")
                .strip();
        search.setValue(words.substring(0, Math.min(LONGEST, words.length())));
        show(search.getValue());
    }

    /** What waits for a decision, and the ways to the other screens; whether there is any. */
    private boolean state() {
        List<Waiting.Figure> waiting = desk.waiting.of(user());
        if (!waiting.isEmpty()) {
            Figures figures = new Figures(text("waiting"));
            for (Waiting.Figure each : waiting) {
                String count = String.valueOf(each.count());
                if (each.concern()) {
                    figures.concern(count, each.words(), each.href());
                } else {
                    figures.figure(count, each.words(), each.href());
                }
            }
            add(figures);
        }
        List<Waiting.Figure> ways = desk.waiting.ways(user());
        List<MenuLink> links = desk.links(user());
        if (!ways.isEmpty() || !links.isEmpty()) {
            Card card = new Card(text("ways"));
            ways.forEach(each -> card.add(new Item(each.words()).href(each.href())));
            links.forEach(link -> card.add(item(link)));
            add(card);
        }
        return !ways.isEmpty() || !links.isEmpty();
    }

    private Item item(MenuLink link) {
        String label = link.label().in(locale());
        return link.path().startsWith("/app/") ? new Item(label).href(link.path()) : new Item(label).away(link.path());
    }

    private void searched(String words) {
        QueryParameters query = words.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", words));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(HOME.substring(1), query));
        show(words);
    }

    private void show(String words) {
        found.removeAll();
        found.add(new ItemList<Place>(page -> desk.places.schools(user(), words, page), this::row)
                .label(text("schools"))
                .empty(new EmptyState(Picture.SEARCH, text("schools.none", words))));
    }

    private Item row(Place place) {
        Item item = new Item(place.name()).detail(place.detail()).href(HOME + "/" + place.path());
        if (place.scope().kind() == Scope.Kind.STRUCTURE) {
            Anchor file = Links.to(HOME + "/place/" + place.scope().id(), text("places.file"));
            file.setAriaLabel(text("places.file") + " - " + place.name());
            item.trailing(file);
        }
        return item;
    }

    private static Page<Place> slice(List<Place> places, PageRequest page) {
        return new Page<>(
                places.stream().skip(page.offset()).limit(page.limit()).toList(), places.size());
    }
}
