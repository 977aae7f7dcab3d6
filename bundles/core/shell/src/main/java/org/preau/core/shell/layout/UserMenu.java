package org.preau.core.shell.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.preau.api.app.MenuLink;
import org.preau.api.app.UserContext;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.markup.Drawn;
import org.preau.core.shell.markup.Markup;
import org.preau.core.shell.preference.Preferences;
import org.preau.ui.kit.Links;

/** The user's own menu: language, how pages look, sign-out. What is chosen is kept, and seen at once. */
final class UserMenu extends Div {
    private static final int A_YEAR = 365 * 24 * 3600;

    private final transient Shell shell;
    private final transient PortalSession session;

    UserMenu(Shell shell, PortalSession session) {
        this.shell = shell;
        this.session = session;
        addClassName("preau-user");
        Button button = new Button();
        Drawn.draw(
                button,
                new Markup()
                        .open("span", "slot", "prefix")
                        .avatar(session.displayName())
                        .close("span")
                        .text(session.firstName()));
        button.setAriaLabel(ShellTexts.text("user.menu", session.displayName()));
        Panel panel = new Panel(button, ShellTexts.text("user.title"), PopoverPosition.BOTTOM_END, this::content);
        add(button, panel.component());
    }

    private List<Component> content() {
        Preferences now = shell.preferences().of(session.accountId());
        Paragraph who = new Paragraph(session.displayName());
        who.addClassName("preau-user-name");
        Anchor signOut = Links.away("/signout", ShellTexts.text("user.signout"));
        signOut.addClassName("preau-signout");
        List<Component> content = new ArrayList<>(List.of(who, languages(), sizes(now), font(now), contrast(now)));
        UserContext user = new UserContext(session, ShellTexts.locale());
        content.addAll(links(MenuLink.Place.USER, ShellTexts.text("user.links"), user));
        content.addAll(links(MenuLink.Place.INTEGRATOR, ShellTexts.text("user.integrator"), user));
        content.add(signOut);
        return content;
    }

    private List<Component> links(MenuLink.Place place, String title, UserContext user) {
        List<Anchor> links = MenuLinks.of(shell, place, user);
        if (links.isEmpty()) {
            return List.of();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("preau-menu-links");
        links.forEach(link -> list.add(new ListItem(link)));
        H2 heading = new H2(title);
        heading.addClassName("preau-menu-title");
        return List.of(heading, list);
    }

    private Component languages() {
        RadioButtonGroup<String> group = new RadioButtonGroup<>(ShellTexts.text("user.language"));
        group.setItems("fr", "en");
        group.setItemLabelGenerator(code -> code.equals("fr") ? "Français" : "English");
        group.setValue(ShellTexts.locale().getLanguage().equals("en") ? "en" : "fr");
        group.addValueChangeListener(event -> speak(event.getValue()));
        return group;
    }

    private void speak(String language) {
        getElement()
                .executeJs(
                        "document.cookie='preau_lang='+$0+';path=/;max-age=" + A_YEAR
                                + ";samesite=lax'+(location.protocol==='https:'?';secure':'');location.reload()",
                        Locale.forLanguageTag(language).getLanguage());
    }

    private Component sizes(Preferences now) {
        RadioButtonGroup<Integer> group = new RadioButtonGroup<>(ShellTexts.text("user.size"));
        group.setItems(Preferences.SIZES);
        group.setItemLabelGenerator(size -> size + " %");
        group.setValue(now.size());
        group.addValueChangeListener(event -> keep(current().withSize(event.getValue())));
        return group;
    }

    private Component font(Preferences now) {
        Checkbox box = new Checkbox(ShellTexts.text("user.dyslexic"), now.font().equals("dyslexic"));
        box.addValueChangeListener(event -> keep(current().withFont(event.getValue() ? "dyslexic" : "plain")));
        return box;
    }

    private Component contrast(Preferences now) {
        Checkbox box =
                new Checkbox(ShellTexts.text("user.contrast"), now.contrast().equals("more"));
        box.addValueChangeListener(event -> keep(current().withContrast(event.getValue() ? "more" : "plain")));
        return box;
    }

    private Preferences current() {
        return shell.preferences().of(session.accountId());
    }

    private void keep(Preferences preferences) {
        shell.preferences().save(session.accountId(), preferences);
        preferences.attributes().forEach((name, value) -> getElement()
                .executeJs("document.documentElement.setAttribute($0,$1)", name, value));
    }
}
