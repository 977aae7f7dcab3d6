package org.preau.apps.people.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.SearchField;

/** The directory browser: a class, or what a search finds, or the classes to choose from; the address keeps which ({@code ?class=}, {@code ?q=}). */
public final class PeopleView extends AppPage implements BeforeEnterObserver {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    private final Screen screen;
    private final Div head = new Div();
    private final SearchField search;
    private final Div content = new Div();
    private Runnable again = () -> {};

    /** The browser for this user; the address says what it shows. */
    public PeopleView(Desk desk, ViewContext view) {
        screen = new Screen(desk, view);
        search = new SearchField(screen.text("search"), this::searched);
        search.setPlaceholder(screen.text("search.example"));
        search.setMaxLength(LONGEST);
        add(head, search, content);
        view.on(DirectoryChanged.class, event -> again.run());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        String words = parameters.getSingleParameter("q").orElse("").strip();
        Optional<SchoolClass> schoolClass =
                parameters.getSingleParameter("class").flatMap(PeopleView::uuid).flatMap(this::visibleClass);
        search.setValue(words.substring(0, Math.min(LONGEST, words.length())));
        if (words.length() >= SHORTEST) {
            again = () -> show(new PageHeader(screen.text("title")), results(search.getValue()));
        } else if (schoolClass.isPresent()) {
            SchoolClass shown = schoolClass.get();
            Div secret = ClassPanel.placeForSecret();
            again = () -> show(
                    new PageHeader(shown.name()).back(screen.text("back"), Screen.HOME),
                    new ClassPanel(screen, shown, secret));
        } else {
            again = () -> show(new PageHeader(screen.text("title")), new SchoolPanel(screen));
        }
        again.run();
    }

    private void searched(String words) {
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(
                        null,
                        new Location(
                                Screen.HOME.substring(1),
                                words.isEmpty()
                                        ? QueryParameters.empty()
                                        : QueryParameters.simple(Map.of("q", words))));
        again = () -> show(
                new PageHeader(screen.text("title")),
                words.length() >= SHORTEST ? results(words) : new SchoolPanel(screen));
        again.run();
    }

    private void show(PageHeader header, Component what) {
        screen.view.title(screen.text("title"));
        head.removeAll();
        head.add(header);
        content.removeAll();
        content.add(what);
    }

    private ItemList<PersonView> results(String words) {
        return new ItemList<PersonView>(
                        page -> screen.desk.directory.search(screen.subject(), words, Optional.empty(), page),
                        screen::row)
                .label(screen.text("search.results", words))
                .empty(new EmptyState(Picture.SEARCH, screen.text("search.nobody", words)));
    }

    private Optional<SchoolClass> visibleClass(UUID id) {
        List<SchoolClass> own = screen.desk.roster.own(screen.user());
        List<SchoolClass> others = screen.desk.roster.others(screen.user());
        return java.util.stream.Stream.concat(own.stream(), others.stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
