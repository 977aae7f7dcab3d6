package org.preau.apps.rentree.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.PageRequest;
import org.preau.apps.rentree.school.Cockpit;
import org.preau.apps.rentree.school.Cockpit.Column;
import org.preau.apps.rentree.school.Cockpit.Filter;
import org.preau.apps.rentree.school.Cockpit.Line;
import org.preau.apps.rentree.school.Cockpit.Place;
import org.preau.apps.rentree.school.Cockpit.Sums;
import org.preau.apps.rentree.school.SchoolState;
import org.preau.apps.rentree.school.Step;
import org.preau.ui.kit.DataTable;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Figures;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.SearchField;

/** All schools of the perimeter by how far they are; what was asked for is kept in the address ({@code ?q=}, {@code ?in=}, {@code ?sort=}). */
final class CockpitPanel extends Div {
    private final RentreeView screen;
    private final Cockpit cockpit;
    private final Div results = new Div();
    private final Anchor export = new Anchor();
    private Filter filter;
    private final Column column;

    CockpitPanel(RentreeView screen, QueryParameters parameters) {
        this.screen = screen;
        this.cockpit = screen.desk.cockpit;
        this.filter = new Filter(
                parameters.getSingleParameter("in").flatMap(Screen::uuid),
                parameters.getSingleParameter("q").orElse("").strip());
        this.column =
                parameters.getSingleParameter("sort").flatMap(Column::named).orElse(Column.DONE);
        export.setText(screen.text("cockpit.export"));
        export.addClassName("preau-link");
        SearchField search = new SearchField(screen.text("cockpit.search"), words -> {
            filter = new Filter(filter.within(), words);
            changed();
        });
        search.setValue(filter.text());
        Div filters = new Div(search, places());
        filters.addClassName("rentree-filters");
        add(
                new PageHeader(screen.text("title"))
                        .subtitle(screen.text("cockpit.subtitle"))
                        .actions(export),
                filters,
                results);
        show();
    }

    private ComboBox<Place> places() {
        ComboBox<Place> places = new ComboBox<>(screen.text("cockpit.in"));
        places.setClearButtonVisible(true);
        places.setPlaceholder(screen.text("cockpit.everywhere"));
        places.setItemLabelGenerator(Place::name);
        places.setItems(query -> cockpit
                .places(
                        screen.subject(),
                        query.getFilter().orElse(""),
                        new PageRequest(query.getOffset(), Math.min(query.getLimit(), PageRequest.MAX)))
                .stream());
        filter.within()
                .flatMap(screen.desk.structures::byId)
                .map(each -> new Place(each.id(), each.name()))
                .ifPresent(places::setValue);
        places.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                filter = new Filter(Optional.ofNullable(event.getValue()).map(Place::id), filter.text());
                changed();
            }
        });
        return places;
    }

    private void changed() {
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(Screen.HOME.substring(1), parameters(column)));
        show();
    }

    private QueryParameters parameters(Column sort) {
        Map<String, String> kept = new LinkedHashMap<>();
        filter.within().map(UUID::toString).ifPresent(id -> kept.put("in", id));
        if (!filter.text().isEmpty()) {
            kept.put("q", filter.text());
        }
        if (sort != Column.DONE) {
            kept.put("sort", sort.name().toLowerCase(Locale.ROOT));
        }
        return QueryParameters.simple(kept);
    }

    private void show() {
        export.setHref(new SchoolsExport(screen, filter));
        results.removeAll();
        results.add(figures(), table());
    }

    private Figures figures() {
        Sums sums = cockpit.sums(screen.subject(), filter);
        Figures figures = new Figures(screen.text("figures"));
        figures.figure(
                screen.text("cockpit.ready", sums.ready(), sums.schools()),
                screen.text("figure.ready"),
                sorted(Column.DONE));
        concern(figures, sums.untaughtClasses(), "untaught", Column.UNTAUGHT);
        concern(figures, sums.pupilsWithoutClass(), "PUPIL_WITHOUT_CLASS", Column.CLASSLESS);
        concern(figures, sums.duplicates(), "duplicates", Column.DUPLICATES);
        concern(figures, sums.accountsNeverUsed(), "ACCOUNT_NEVER_USED", Column.NEVER_USED);
        return figures;
    }

    private void concern(Figures figures, int figure, String key, Column sort) {
        String words = screen.text("figure." + key, figure);
        if (figure > 0) {
            figures.concern(screen.text("figure", figure), words, sorted(sort));
        } else {
            figures.figure(screen.text("figure", figure), words, sorted(sort));
        }
    }

    private String sorted(Column sort) {
        String query = parameters(sort).getQueryString();
        return query.isEmpty() ? Screen.HOME : Screen.HOME + "?" + query;
    }

    private DataTable<Line> table() {
        boolean worstFirst = column != Column.DONE && column != Column.NAME;
        return new DataTable<Line>(
                        screen.text("cockpit.schools"),
                        (sort, page) -> cockpit.schools(
                                screen.subject(),
                                filter,
                                Column.named(sort.key()).orElse(Column.DONE),
                                sort.descending(),
                                page))
                .sorted(column.name(), worstFirst)
                .component(screen.text("cockpit.school"), this::school)
                .sortable(Column.NAME.name())
                .component(screen.text("share"), this::bar)
                .sortable(Column.DONE.name())
                .number(screen.text("column.untaught"), each -> part(each.untaughtClasses(), each.classes()))
                .sortable(Column.UNTAUGHT.name())
                .number(screen.text("column.classless"), each -> part(each.pupilsWithoutClass(), each.pupils()))
                .sortable(Column.CLASSLESS.name())
                .number(screen.text("column.duplicates"), each -> screen.text("figure", each.duplicates()))
                .sortable(Column.DUPLICATES.name())
                .number(screen.text("column.never"), each -> part(each.accountsNeverUsed(), each.accounts()))
                .sortable(Column.NEVER_USED.name())
                .pageSize(25)
                .empty(new EmptyState(Picture.SEARCH, screen.text("cockpit.none")));
    }

    private String part(int figure, int of) {
        return screen.text("part", figure, of);
    }

    private Div school(Line each) {
        Paragraph where = new Paragraph(screen.text("school.subtitle", each.city(), each.code()));
        where.addClassName("preau-item-detail");
        return new Div(Links.to(Screen.address(each.schoolId()), each.name()), where);
    }

    private Div bar(Line each) {
        Div drawn = new Div();
        drawn.addClassNames("preau-bar-part", "preau-bar-good");
        drawn.getStyle().set("width", SchoolState.share(each.done()) + "%");
        Div bar = new Div(drawn);
        bar.addClassName("preau-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        Div whole = new Div(bar, new Paragraph(screen.text("share.short", each.done(), Step.values().length)));
        whole.addClassName("rentree-share");
        return whole;
    }
}
