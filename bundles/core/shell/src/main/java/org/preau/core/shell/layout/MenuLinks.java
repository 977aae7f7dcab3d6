package org.preau.core.shell.layout;

import com.vaadin.flow.component.html.Anchor;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.preau.api.app.MenuLink;
import org.preau.api.app.UserContext;
import org.preau.core.shell.Shell;
import org.preau.ui.kit.Links;

/** The links that bundles contribute to a menu. One that fails is left out and noted. */
final class MenuLinks {
    private MenuLinks() {}

    /** Those of this menu for this user, by order, each id once. */
    static List<Anchor> of(Shell shell, MenuLink.Place place, UserContext user) {
        Set<String> seen = new HashSet<>();
        return shell.whiteboards().menuLinks().stream()
                .filter(link -> shown(shell, link, place, user))
                .sorted(Comparator.comparingInt(MenuLink::order).thenComparing(MenuLink::id))
                .filter(link -> seen.add(link.id()))
                .map(link -> anchor(link, user))
                .toList();
    }

    private static boolean shown(Shell shell, MenuLink link, MenuLink.Place place, UserContext user) {
        try {
            return link.place() == place && link.path().startsWith("/") && link.shownTo(user);
        } catch (RuntimeException | LinkageError e) {
            shell.neighbours().fault(link.getClass().getName(), e);
            return false;
        }
    }

    private static Anchor anchor(MenuLink link, UserContext user) {
        String label = link.label().in(user.locale());
        Anchor anchor = link.path().startsWith("/app/") ? Links.to(link.path(), label) : Links.away(link.path(), label);
        anchor.addClassName("preau-menu-link");
        return anchor;
    }
}
