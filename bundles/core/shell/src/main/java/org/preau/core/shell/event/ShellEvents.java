package org.preau.core.shell.event;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.app.HiddenChanged;
import org.preau.api.app.TogglesChanged;
import org.preau.api.connector.ConnectorsChanged;
import org.preau.api.notification.NotificationsChanged;
import org.preau.api.signin.SessionChanged;
import org.preau.core.shell.bridge.BoundSessions;
import org.preau.core.shell.home.HomeView;
import org.preau.core.shell.layout.ShellLayout;
import org.preau.core.shell.notification.Bell;

/** Brings the events that concern the frame and the home page to the open pages. */
@Component(service = ShellEvents.class, immediate = true)
public final class ShellEvents {
    private final List<Runnable> ends;

    /** Called by the component runtime. */
    @Activate
    public ShellEvents(@Reference EventHub events, @Reference BoundSessions sessions) {
        ends = List.of(
                events.listen(
                        SessionChanged.class,
                        event -> sessions.pagesOf(event.sessionId(), ShellLayout::contextChanged)),
                events.listen(TogglesChanged.class, event -> sessions.everyPage(ShellLayout::applicationsChanged)),
                events.listen(
                        HiddenChanged.class,
                        event -> sessions.pagesOfAccount(event.accountId(), ShellLayout::applicationsChanged)),
                events.listen(NotificationsChanged.class, event -> ring(sessions, event)),
                events.listen(ConnectorsChanged.class, event -> sessions.everyPage(ShellLayout::applicationsChanged)),
                events.listen(
                        ContributionsChanged.class,
                        event -> sessions.everyPage(ui -> HomeView.contributionsChanged(ui, event))));
    }

    private static void ring(BoundSessions sessions, NotificationsChanged event) {
        if (event.scopes().isEmpty()) {
            event.accounts().forEach(account -> sessions.pagesOfAccount(account, ui -> Bell.changed(ui, event)));
        } else {
            sessions.everyPage(ui -> Bell.changed(ui, event));
        }
    }

    @Deactivate
    void stop() {
        ends.forEach(Runnable::run);
    }
}
