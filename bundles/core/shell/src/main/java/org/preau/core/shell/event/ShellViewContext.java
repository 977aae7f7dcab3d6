package org.preau.core.shell.event;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.preau.api.app.UserContext;
import org.preau.api.app.ViewContext;
import org.preau.api.base.PortalEvent;
import org.preau.api.containment.Door;
import org.preau.core.shell.Shell;
import org.preau.core.shell.app.App;
import org.preau.core.shell.layout.ShellLayout;

/** What a view of an application is given; its event registrations hold while the view is attached. Used under the session's lock. */
public final class ShellViewContext implements ViewContext {
    private final Shell shell;
    private final App app;
    private final UserContext user;
    private final UI ui;
    private final List<Supplier<Runnable>> wanted = new ArrayList<>();
    private final List<Runnable> running = new ArrayList<>();
    private boolean attached;

    /** The context of a view that is about to be made. */
    public ShellViewContext(Shell shell, App app, UserContext user, UI ui) {
        this.shell = shell;
        this.app = app;
        this.user = user;
        this.ui = ui;
    }

    /** Ties the registrations to the view. */
    public void follow(Component view) {
        view.addAttachListener(event -> attach());
        view.addDetachListener(event -> detach());
    }

    private void attach() {
        if (!attached) {
            attached = true;
            wanted.forEach(registration -> running.add(registration.get()));
        }
    }

    private void detach() {
        attached = false;
        running.forEach(Runnable::run);
        running.clear();
    }

    @Override
    public UserContext user() {
        return user;
    }

    @Override
    public <E extends PortalEvent> void on(Class<E> type, Consumer<E> reaction) {
        Supplier<Runnable> registration =
                () -> shell.events().listen(type, event -> OnPage.run(ui, () -> reactTo(event, reaction)));
        wanted.add(registration);
        if (attached) {
            running.add(registration.get());
        }
    }

    private <E extends PortalEvent> void reactTo(E event, Consumer<E> reaction) {
        if (attached) {
            shell.neighbours().containment().run(app.service(), Door.ACT, () -> reaction.accept(event));
        }
    }

    @Override
    public void navigate(String path) {
        ui.navigate(app.address(path).substring(1));
    }

    @Override
    public void title(String title) {
        ShellLayout.of(ui).ifPresent(layout -> layout.title(title));
    }
}
