package org.preau.testkit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.preau.api.app.UserContext;
import org.preau.api.app.ViewContext;
import org.preau.api.base.PortalEvent;

/** One browser page with one view, as the shell would show it: events reach it at once. */
final class FakeView implements ViewContext, Consumer<PortalEvent> {
    private final UI ui = new UI();
    private final UserContext user;
    private final List<Reaction<?>> reactions = new ArrayList<>();
    private final List<String> visited = new ArrayList<>();
    private String title = "";

    FakeView(UserContext user) {
        this.user = user;
        ui.setLocale(user.locale());
    }

    /** Makes the page the current one of this thread, as at each request of its browser. */
    void enter() {
        UI.setCurrent(ui);
    }

    void show(Component view) {
        ui.add(view);
    }

    UI ui() {
        return ui;
    }

    List<String> visited() {
        return List.copyOf(visited);
    }

    String title() {
        return title;
    }

    @Override
    public UserContext user() {
        return user;
    }

    @Override
    public <E extends PortalEvent> void on(Class<E> type, Consumer<E> reaction) {
        reactions.add(new Reaction<>(type, reaction));
    }

    @Override
    public void navigate(String path) {
        visited.add(path);
    }

    @Override
    public void title(String text) {
        title = text;
    }

    @Override
    public void accept(PortalEvent event) {
        UI before = UI.getCurrent();
        enter();
        new ArrayList<>(reactions).forEach(each -> each.offer(event));
        UI.setCurrent(before);
    }

    private record Reaction<E extends PortalEvent>(Class<E> type, Consumer<E> reaction) {
        void offer(PortalEvent event) {
            if (type.isInstance(event)) {
                reaction.accept(type.cast(event));
            }
        }
    }
}
