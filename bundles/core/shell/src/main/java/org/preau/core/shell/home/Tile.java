package org.preau.core.shell.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.app.App;
import org.preau.core.shell.app.Contribution;
import org.preau.ui.kit.AppIcon;

/**
 * A tile: one picture, one word.
 *
 * @param href where it leads
 * @param name its word
 * @param icon its picture
 * @param hue its colour
 * @param leaves whether it leads out of the user interface
 * @param badge how many things wait, 0 for none
 * @param trouble what is wrong with it, or empty
 * @param usable whether it can be opened in spite of that
 */
record Tile(
        String href, String name, String icon, String hue, boolean leaves, int badge, String trouble, boolean usable) {
    static Tile of(App app, Contribution contribution, boolean withBadge) {
        String trouble = contribution
                .fault()
                .map(reference -> ShellTexts.text("tile.broken", reference))
                .orElse("");
        return new Tile(
                app.address(""),
                app.descriptor().name().in(ShellTexts.locale()),
                app.descriptor().icon(),
                app.descriptor().hue().name(),
                false,
                withBadge ? contribution.badge() : 0,
                trouble,
                true);
    }

    static Tile of(ConnectorStatus status) {
        return new Tile(
                "/connect/" + status.connector().id(),
                status.connector().name().in(ShellTexts.locale()),
                "external-link",
                "SLATE",
                true,
                0,
                status.available() ? "" : ShellTexts.text("tile.unavailable"),
                status.available());
    }

    Component component() {
        HtmlContainer tile = usable ? link() : new Div();
        tile.addClassName("preau-tile");
        tile.getElement().setAttribute("data-hue", hue);
        Span word = new Span(name);
        word.addClassName("preau-tile-name");
        tile.add(new AppIcon(icon), word);
        if (badge > 0) {
            tile.add(count());
        }
        if (!trouble.isEmpty()) {
            Span words = new Span(trouble);
            words.addClassName("preau-tile-trouble");
            tile.add(words);
            tile.addClassName("preau-tile-off");
        }
        return tile;
    }

    private Anchor link() {
        Anchor anchor = new Anchor(href, "");
        anchor.setRouterIgnore(leaves);
        return anchor;
    }

    private Span count() {
        Span count = new Span(badge > 99 ? "99+" : String.valueOf(badge));
        count.addClassName("preau-badge");
        Span spoken = new Span(ShellTexts.text("tile.waiting"));
        spoken.addClassName("preau-only-spoken");
        count.add(spoken);
        return count;
    }
}
