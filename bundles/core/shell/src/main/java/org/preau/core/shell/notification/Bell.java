package org.preau.core.shell.notification;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;
import org.preau.api.directory.Membership;
import org.preau.api.notification.NotificationsChanged;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.markup.Drawn;
import org.preau.core.shell.markup.Markup;

/** A link to what one was told, with how much of it is new; follows by push. */
public final class Bell extends Drawn {
    private static final int MANY = 99;

    private final transient Shell shell;
    private final transient PortalSession session;
    private transient @Nullable Set<UUID> scopes;

    /** The bell of a page. */
    public Bell(Shell shell, PortalSession session) {
        super("a", "preau-tool", "href", "/notifications");
        this.shell = shell;
        this.session = session;
        addClassName("preau-bell");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    /** Something changed: asks again when it concerns the user of this page. */
    public static void changed(UI ui, NotificationsChanged event) {
        ui.getChildren()
                .flatMap(Bell::below)
                .filter(Bell.class::isInstance)
                .map(Bell.class::cast)
                .filter(bell -> bell.concerns(event))
                .forEach(Bell::refresh);
    }

    private static Stream<Component> below(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(Bell::below));
    }

    private boolean concerns(NotificationsChanged event) {
        if (event.accounts().contains(session.accountId())) {
            return true;
        }
        Set<UUID> known = scopes;
        if (known == null) {
            known = shell.neighbours()
                    .directory()
                    .map(directory -> directory.scopesOf(session.personId()).stream()
                            .map(Membership::scope)
                            .map(scope -> scope.id())
                            .collect(Collectors.toSet()))
                    .orElse(Set.of());
            scopes = known;
        }
        return event.scopes().stream().map(scope -> scope.id()).anyMatch(known::contains);
    }

    private void refresh() {
        try {
            tell(shell.neighbours()
                    .notifications()
                    .map(all -> all.unseen(session.accountId(), session.personId()))
                    .orElse(0));
        } catch (PortalException e) {
            tell(0);
        }
    }

    private void tell(int unseen) {
        Markup content = new Markup().icon("bell-o");
        if (unseen > 0) {
            content.open("span", "class", "preau-badge", "aria-hidden", "true")
                    .text(unseen > MANY ? MANY + "+" : String.valueOf(unseen))
                    .close("span");
        }
        show(content);
        String label = ShellTexts.text("bell.label", unseen);
        getElement().setAttribute("aria-label", label).setAttribute("title", label);
    }
}
