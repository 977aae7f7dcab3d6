package org.preau.core.shell.home;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.preau.api.app.HomeNotice;
import org.preau.api.app.HomeNotices;
import org.preau.api.app.UserContext;
import org.preau.api.containment.Door;
import org.preau.core.shell.Shell;
import org.preau.core.shell.markup.Drawn;
import org.preau.core.shell.markup.Markup;

/** The notices at the top of a home page; one who cannot say what it has to say says nothing. */
final class Notices {
    private static final int MOST = 3;

    private Notices() {}

    static List<Component> of(Shell shell, UserContext user) {
        return shell.neighbours().notices().stream()
                .flatMap(from -> asked(shell, from, user).stream())
                .limit(MOST)
                .map(Notices::shown)
                .toList();
    }

    private static List<HomeNotice> asked(Shell shell, HomeNotices from, UserContext user) {
        try {
            return shell.neighbours().containment().call(from, Door.TELL, () -> from.of(user));
        } catch (RuntimeException e) {
            shell.neighbours().fault(from.getClass().getName(), e);
            return List.of();
        }
    }

    private static Component shown(HomeNotice notice) {
        return new Drawn("div", "preau-home-notice", "role", "status")
                .show(new Markup()
                        .words("p", "", notice.text())
                        .open("a", "class", "preau-link", "href", notice.path(), "router-ignore", "true")
                        .text(notice.act())
                        .close("a"));
    }
}
