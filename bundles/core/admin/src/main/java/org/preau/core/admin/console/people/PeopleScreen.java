package org.preau.core.admin.console.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Structure;
import org.preau.api.directory.identity.People;
import org.preau.api.directory.identity.PeopleFilter;
import org.preau.api.directory.identity.PersonLine;
import org.preau.core.admin.console.Choices;
import org.preau.core.admin.console.ConsolePage;
import org.preau.ui.kit.DataTable;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.SearchField;
import org.preau.ui.kit.TableFile;

/** People of the perimeter by name, profile, source and state of their account (612C, 621B); the filter is in the address. */
public final class PeopleScreen extends ConsolePage implements BeforeEnterObserver {
    private static final Texts TEXTS = Texts.of(PeopleScreen.class);
    private static final int LONGEST = 100;
    private static final List<String> SOURCES = List.of("aaf", "onde", "local");

    private final PeopleDesk desk;
    private final SearchField search;
    private final Select<Profile> profile;
    private final Select<AccountState> state;
    private final Select<String> source;
    private final Select<Structure> within;
    private final BlockBar bulk;
    private final DataTable<PersonLine> table;

    /** The list for this user. */
    public PeopleScreen(PeopleDesk desk, ViewContext view) {
        super(view, TEXTS);
        this.desk = desk;
        head(text("title"), text("subtitle"));
        search = new SearchField(text("search"), words -> changed());
        search.setPlaceholder(text("search.example"));
        search.setMaxLength(LONGEST);
        profile = Choices.orAll(text("profile"), text("all.profiles"), List.of(Profile.values()), this::name);
        state = Choices.orAll(text("state"), text("all.states"), List.of(AccountState.values()), this::name);
        source = Choices.orAll(text("source"), text("all.sources"), SOURCES, each -> text("source." + each));
        List<Structure> places = desk.perimeters.of(user(), People.READ);
        within = Choices.orAll(text("within"), text("all.structures"), places, Structure::name);
        List.of(profile, state, source, within)
                .forEach(each -> each.addValueChangeListener(event -> {
                    if (event.isFromClient()) {
                        changed();
                    }
                }));
        bulk = new BlockBar(desk, this, this::reload);
        table = table();
        if (places.isEmpty()) {
            add(new EmptyState(Picture.PEOPLE, text("nowhere")));
            return;
        }
        Div filters = new Div(search, profile, state, source, within);
        filters.addClassName("preau-filters");
        add(filters, bulk, table, file().links());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String words = query.getSingleParameter("q").orElse("").strip();
        search.setValue(words.substring(0, Math.min(LONGEST, words.length())));
        query.getSingleParameter("profile").flatMap(Profile::named).ifPresent(profile::setValue);
        query.getSingleParameter("state").flatMap(PeopleScreen::stateNamed).ifPresent(state::setValue);
        query.getSingleParameter("source").filter(SOURCES::contains).ifPresent(source::setValue);
    }

    private DataTable<PersonLine> table() {
        DataTable<PersonLine> people = new DataTable<>(text("title"), (sort, page) -> page(filter(sort), page));
        return people.component(text("name"), line -> Links.to(HOME + "/person/" + line.id(), line.displayName()))
                .sortable("name")
                .text(text("profile"), line -> names(line.profiles()))
                .text(text("schools"), line -> String.join(", ", line.schools()))
                .text(text("login"), PersonLine::login)
                .sortable("login")
                .text(text("state"), line -> name(line.state()))
                .text(text("source"), this::sources)
                .text(text("last"), line -> day(line.lastSignIn()))
                .sortable("last")
                .component(text("choose"), bulk::box)
                .empty(new EmptyState(Picture.SEARCH, text("none")));
    }

    private TableFile<PersonLine> file() {
        return new TableFile<PersonLine>(text("file"), page -> page(filter(DataTable.Sort.NONE), page))
                .column(text("last.name"), PersonLine::lastName)
                .column(text("first.name"), PersonLine::firstName)
                .column(text("profile"), line -> names(line.profiles()))
                .column(text("schools"), line -> String.join(", ", line.schools()))
                .column(text("login"), PersonLine::login)
                .column(text("state"), line -> name(line.state()))
                .column(text("source"), this::sources);
    }

    private Page<PersonLine> page(PeopleFilter filter, PageRequest page) {
        return desk.people.list(subject(), filter, page);
    }

    private PeopleFilter filter(DataTable.Sort sort) {
        PeopleFilter filter = PeopleFilter.ALL.text(search.getValue().strip()).sort(order(sort), sort.descending());
        if (profile.getValue() != null) {
            filter = filter.profiles(Set.of(profile.getValue()));
        }
        if (state.getValue() != null) {
            filter = filter.states(Set.of(state.getValue()));
        }
        if (source.getValue() != null) {
            filter = filter.source(source.getValue());
        }
        return within.getValue() == null
                ? filter
                : filter.within(within.getValue().id());
    }

    private static PeopleFilter.Sort order(DataTable.Sort sort) {
        return switch (sort.key()) {
            case "login" -> PeopleFilter.Sort.LOGIN;
            case "last" -> PeopleFilter.Sort.LAST_SIGN_IN;
            default -> PeopleFilter.Sort.NAME;
        };
    }

    private String sources(PersonLine line) {
        return line.sources().stream()
                .map(each -> each.label().in(locale()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void changed() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "q", search.getValue().strip());
        put(query, "profile", profile.getValue() == null ? "" : lower(profile.getValue()));
        put(query, "state", state.getValue() == null ? "" : lower(state.getValue()));
        put(query, "source", source.getValue() == null ? "" : source.getValue());
        Location here = new Location(
                HOME.substring(1) + "/people",
                query.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(query));
        UI.getCurrent().getPage().getHistory().replaceState(null, here);
        reload();
    }

    private void reload() {
        bulk.clear();
        table.refresh();
    }

    private static void put(Map<String, String> query, String key, String value) {
        if (!value.isEmpty()) {
            query.put(key, value);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<AccountState> stateNamed(String name) {
        return List.of(AccountState.values()).stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
