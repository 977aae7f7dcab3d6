package org.preau.core.shell.home;

import java.util.List;
import org.preau.api.app.HomeCard;
import org.preau.api.app.TodayItem.Kind;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.app.App;
import org.preau.core.shell.markup.Markup;
import org.preau.ui.kit.Picture;

/** Draws the parts of home pages from what was given. */
final class HomeParts {
    private static final int PUPILS_ITEMS = 3;
    private static final int ITEMS = 5;

    private HomeParts() {}

    /** Tiles, one list. */
    static String tiles(List<Tile> tiles) {
        Markup html = new Markup();
        if (tiles.isEmpty()) {
            return html.empty(Picture.DONE, ShellTexts.text("home.empty")).toString();
        }
        html.section(ShellTexts.text("home.tiles")).list("preau-tiles");
        for (Tile tile : tiles) {
            html.open("li");
            tile.draw(html);
            html.close("li");
        }
        return html.close("ul", "section").toString();
    }

    /** A pupil's three things, or a picture that says that there is nothing to do. */
    static String pupilsToday(List<Given.Item> items) {
        Markup html = new Markup().section(ShellTexts.text("home.today"));
        if (items.isEmpty()) {
            html.empty(Picture.DONE, ShellTexts.text("home.today.pupil"));
        } else {
            todayList(html, items, PUPILS_ITEMS, true);
        }
        return html.close("section").toString();
    }

    /** What waits for a guardian, by what it asks. */
    static String waiting(List<Given.Item> items) {
        Markup html = new Markup().section(ShellTexts.text("home.waiting"));
        if (items.isEmpty()) {
            html.empty(Picture.DONE, ShellTexts.text("home.today.none"));
        }
        for (Kind kind : Kind.values()) {
            List<Given.Item> ofKind =
                    items.stream().filter(item -> item.item().kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                html.words("h3", "", ShellTexts.text("home.kind." + kind));
                todayList(html, ofKind, ITEMS, false);
            }
        }
        return html.close("section").toString();
    }

    /** What is on today for somebody who works. */
    static String today(List<Given.Item> items) {
        if (items.isEmpty()) {
            return "";
        }
        Markup html = new Markup().section(ShellTexts.text("home.today"));
        todayList(html, items, ITEMS, true);
        return html.close("section").toString();
    }

    /** @param kinds whether each says what it asks: a heading above may have said it */
    private static void todayList(Markup html, List<Given.Item> items, int most, boolean kinds) {
        html.list("preau-today");
        items.stream().limit(most).forEach(item -> html.open("li")
                .open("a", "class", "preau-today-item", "data-hue", item.hue(), "href", item.href())
                .icon(iconOf(item.item().kind()))
                .words(
                        "span",
                        "preau-today-kind",
                        kinds
                                ? ShellTexts.text("home.kind.one." + item.item().kind())
                                : "")
                .words("span", "", item.item().text())
                .close("a", "li"));
        html.close("ul");
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
    static String actions(Given given) {
        if (given.apps().stream().allMatch(app -> given.of(app).actions().isEmpty())) {
            return "";
        }
        Markup html = new Markup().section(ShellTexts.text("home.actions")).list("preau-actions");
        for (App app : given.apps()) {
            given.of(app).actions().forEach(action -> html.open("li")
                    .open("a", "class", "preau-action", "data-hue", hueOf(app), "href", app.address(action.path()))
                    .icon(action.icon())
                    .words("span", "", action.label())
                    .close("a", "li"));
        }
        return html.close("ul", "section").toString();
    }

    /** The cards of applications. */
    static String cards(Given given) {
        Markup html = new Markup();
        for (App app : given.apps()) {
            given.of(app).card().ifPresent(card -> card(html, app, card));
        }
        return html.toString();
    }

    private static void card(Markup html, App app, HomeCard card) {
        html.open("section", "class", "preau-card", "data-hue", hueOf(app))
                .open("div", "class", "preau-card-head")
                .icon(app.descriptor().icon())
                .words("h2", "", card.title())
                .close("div")
                .list("preau-lines");
        for (HomeCard.Line line : card.lines()) {
            html.open("li")
                    .open("div", "class", "preau-item")
                    .open("div", "class", "preau-item-words")
                    .open("a", "class", "preau-item-title preau-item-link", "href", app.address(line.path()))
                    .text(line.text())
                    .close("a", "div")
                    .words("span", "preau-item-meta", line.detail())
                    .close("div", "li");
        }
        html.close("ul", "section");
    }

    private static String hueOf(App app) {
        return app.descriptor().hue().name();
    }
}
