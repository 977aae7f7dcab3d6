package org.preau.core.shell.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.app.App;
import org.preau.core.shell.markup.Drawn;
import org.preau.core.shell.markup.Markup;
import org.preau.ui.kit.AppIcon;

/** The way to every application from everywhere: one button, one list. */
final class Switcher extends Nav {
    private final transient Shell shell;
    private final transient PortalSession session;
    private final transient Panel panel;

    Switcher(Shell shell, PortalSession session) {
        this.shell = shell;
        this.session = session;
        setAriaLabel(ShellTexts.text("nav.label"));
        String label = ShellTexts.text("nav.applications");
        Button button = new Button();
        Drawn.draw(
                button,
                new Markup()
                        .open("span", "slot", "prefix")
                        .icon("grid-big")
                        .close("span")
                        .text(label));
        button.addClassName("preau-switch");
        button.setAriaLabel(label);
        panel = new Panel(button, label, PopoverPosition.BOTTOM, this::content);
        add(button, panel.component());
    }

    void refresh() {
        panel.refresh();
    }

    void close() {
        panel.close();
    }

    private List<Component> content() {
        UnorderedList list = new UnorderedList();
        list.addClassName("preau-switch-list");
        list.add(entry("/", "home", ShellTexts.text("nav.home"), "SLATE"));
        for (App app : shell.applications().of(session)) {
            list.add(entry(
                    app.address(""),
                    app.descriptor().icon(),
                    app.descriptor().name().in(ShellTexts.locale()),
                    app.descriptor().hue().name()));
        }
        return List.of(list);
    }

    private ListItem entry(String href, String icon, String name, String hue) {
        Anchor link = new Anchor(href, new AppIcon(icon), new Span(name));
        link.addClassName("preau-switch-link");
        link.getElement().setAttribute("data-hue", hue);
        String here = "/"
                + getUI().map(ui -> ui.getInternals().getActiveViewLocation().getPath())
                        .orElse("");
        if (here.equals(href) || (href.length() > 1 && here.startsWith(href + "/"))) {
            link.getElement().setAttribute("aria-current", here.equals(href) ? "page" : "true");
        }
        return new ListItem(link);
    }
}
