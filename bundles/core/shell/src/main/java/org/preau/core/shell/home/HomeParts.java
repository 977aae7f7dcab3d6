package org.preau.core.shell.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.preau.api.app.HomeCard;
import org.preau.api.app.TodayItem.Kind;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.app.App;
import org.preau.ui.kit.AppIcon;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.Picture;

/** Makes the parts of home pages from what was given. */
final class HomeParts {
    private static final int PUPILS_ITEMS = 3;
    private static final int ITEMS = 5;

    private HomeParts() {}

    /** Tiles, one list. */
    static List<Component> tiles(List<Tile> tiles) {
        if (tiles.isEmpty()) {
            return List.of(new EmptyState(Picture.DONE, ShellTexts.text("home.empty")));
        }
        UnorderedList list = list("preau-tiles");
        tiles.forEach(tile -> list.add(new ListItem(tile.component())));
        return List.of(section("home.tiles", list));
    }

    /** A pupil's three things, or a picture that says that there is nothing to do. */
    static List<Component> pupilsToday(List<Given.Item> items) {
        if (items.isEmpty()) {
            return List.of(section("home.today", new EmptyState(Picture.DONE, ShellTexts.text("home.today.pupil"))));
        }
        return List.of(section(
                "home.today", todayList(items.stream().limit(PUPILS_ITEMS).toList())));
    }

    /** What waits for a guardian, by what it asks. */
    static List<Component> waiting(List<Given.Item> items) {
        if (items.isEmpty()) {
            return List.of(section("home.waiting", new EmptyState(Picture.DONE, ShellTexts.text("home.today.none"))));
        }
        List<Component> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Given.Item> ofKind = items.stream()
                    .filter(item -> item.item().kind() == kind)
                    .limit(ITEMS)
                    .toList();
            if (!ofKind.isEmpty()) {
                parts.add(new H3(ShellTexts.text("home.kind." + kind)));
                parts.add(todayList(ofKind));
            }
        }
        return List.of(section("home.waiting", parts.toArray(new Component[0])));
    }

    /** What is on today for somebody who works. */
    static List<Component> today(List<Given.Item> items) {
        return items.isEmpty()
                ? List.of()
                : List.of(section(
                        "home.today", todayList(items.stream().limit(ITEMS).toList())));
    }

    private static UnorderedList todayList(List<Given.Item> items) {
        UnorderedList list = list("preau-today");
        for (Given.Item item : items) {
            Span word = new Span(ShellTexts.text("home.kind.one." + item.item().kind()));
            word.addClassName("preau-today-kind");
            Anchor link = new Anchor(
                    item.href(),
                    new AppIcon(iconOf(item.item().kind())),
                    word,
                    new Span(item.item().text()));
            link.addClassName("preau-today-item");
            link.getElement().setAttribute("data-hue", item.hue());
            list.add(new ListItem(link));
        }
        return list;
    }

    private static String iconOf(Kind kind) {
        return switch (kind) {
            case TO_SIGN -> "pencil";
            case TO_DO -> "check-square-o";
            case TO_READ -> "open-book";
            case EVENT -> "calendar";
        };
    }

    /** Quick actions of all applications. */
    static List<Component> actions(Given given) {
        UnorderedList list = list("preau-actions");
        for (App app : given.apps()) {
            given.of(app).actions().forEach(action -> {
                Anchor link =
                        new Anchor(app.address(action.path()), new AppIcon(action.icon()), new Span(action.label()));
                link.addClassName("preau-action");
                link.getElement()
                        .setAttribute("data-hue", app.descriptor().hue().name());
                list.add(new ListItem(link));
            });
        }
        return list.getChildren().findAny().isEmpty() ? List.of() : List.of(section("home.actions", list));
    }

    /** The cards of applications. */
    static List<Component> cards(Given given) {
        List<Component> cards = new ArrayList<>();
        for (App app : given.apps()) {
            given.of(app).card().ifPresent(card -> cards.add(card(app, card)));
        }
        return cards;
    }

    private static Card card(App app, HomeCard model) {
        Card card = new Card(model.title()).icon(app.descriptor().icon());
        card.getElement().setAttribute("data-hue", app.descriptor().hue().name());
        UnorderedList lines = list("preau-lines");
        for (HomeCard.Line line : model.lines()) {
            lines.add(new ListItem(new Item(line.text()).meta(line.detail()).href(app.address(line.path()))));
        }
        card.add(lines);
        return card;
    }

    private static UnorderedList list(String className) {
        UnorderedList list = new UnorderedList();
        list.addClassName(className);
        list.getElement().setAttribute("role", "list");
        return list;
    }

    private static Section section(String key, Component... content) {
        Section section = new Section(new H2(ShellTexts.text(key)));
        section.addClassName("preau-section");
        section.add(content);
        return section;
    }
}
