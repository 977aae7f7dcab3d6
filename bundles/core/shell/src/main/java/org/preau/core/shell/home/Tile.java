package org.preau.core.shell.home;

import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.app.App;
import org.preau.core.shell.app.Contribution;
import org.preau.core.shell.markup.Markup;

/**
 * A tile: one picture, one word.
 *
 * @param href where it leads; empty when it cannot be opened
 * @param name its word
 * @param icon its picture
 * @param hue its colour
 * @param leaves whether it leads out of the user interface
 * @param badge how many things wait, 0 for none
 * @param trouble what is wrong with it, or empty
 */
record Tile(String href, String name, String icon, String hue, boolean leaves, int badge, String trouble) {
    private static final int MANY = 99;

    static Tile of(App app, Contribution contribution, boolean withBadge) {
        String trouble = contribution
                .fault()
                .map(reference -> reference.isEmpty()
                        ? ShellTexts.text("tile.stopped")
                        : ShellTexts.text("tile.broken", reference))
                .orElse("");
        return new Tile(
                app.address(""),
                app.descriptor().name().in(ShellTexts.locale()),
                app.descriptor().icon(),
                app.descriptor().hue().name(),
                false,
                withBadge ? contribution.badge() : 0,
                trouble);
    }

    static Tile of(ConnectorStatus status) {
        return new Tile(
                status.available() ? "/connect/" + status.connector().id() : "",
                status.connector().name().in(ShellTexts.locale()),
                "external-link",
                "SLATE",
                true,
                0,
                status.available() ? "" : ShellTexts.text("tile.unavailable"));
    }

    void draw(Markup html) {
        String tag = href.isEmpty() ? "div" : "a";
        html.open(
                        tag,
                        "class",
                        trouble.isEmpty() ? "preau-tile" : "preau-tile preau-tile-off",
                        "data-hue",
                        hue,
                        "href",
                        href,
                        "router-ignore",
                        leaves && !href.isEmpty() ? "true" : "")
                .icon(icon)
                .words("span", "preau-tile-name", name);
        if (badge > 0) {
            html.open("span", "class", "preau-badge")
                    .text(badge > MANY ? MANY + "+" : String.valueOf(badge))
                    .words("span", "preau-only-spoken", ShellTexts.text("tile.waiting"))
                    .close("span");
        }
        html.words("span", "preau-tile-trouble", trouble).close(tag);
    }
}
