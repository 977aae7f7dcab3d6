package org.preau.core.shell.notification;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;
import org.preau.api.directory.Membership;
import org.preau.api.notification.NotificationsChanged;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.ui.kit.AppIcon;

/** A link to what one was told, with how much of it is new; follows by push. */
public final class Bell extends Anchor {
    private static final int MANY = 99;

    private final transient Shell shell;
    private final transient PortalSession session;
    private final Span count = new Span();
    private transient @Nullable Set<UUID> scopes;

    /** The bell of a page. */
    public Bell(Shell shell, PortalSession session) {
        super("/notifications");
        this.shell = shell;
        this.session = session;
        addClassNames("preau-tool", "preau-bell");
        count.addClassName("preau-badge");
        count.getElement().setAttribute("aria-hidden", "true");
        add(new AppIcon("bell-o"), count);
        show(0);
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

    private static java.util.stream.Stream<com.vaadin.flow.component.Component> below(
            com.vaadin.flow.component.Component component) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(component), component.getChildren().flatMap(Bell::below));
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
            show(shell.neighbours()
                    .notifications()
                    .map(all -> all.unseen(session.accountId(), session.personId()))
                    .orElse(0));
        } catch (PortalException e) {
            show(0);
        }
    }

    private void show(int unseen) {
        count.setText(unseen > MANY ? MANY + "+" : String.valueOf(unseen));
        count.setVisible(unseen > 0);
        String label = ShellTexts.text("bell.label", unseen);
        setAriaLabel(label);
        setTitle(label);
    }
}
