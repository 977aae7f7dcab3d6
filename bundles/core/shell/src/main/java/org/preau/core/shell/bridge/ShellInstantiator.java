package org.preau.core.shell.bridge;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.VaadinService;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preau.api.app.AppView;
import org.preau.api.app.UserContext;
import org.preau.api.app.ViewContext;
import org.preau.api.containment.Door;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Shell;
import org.preau.core.shell.event.ShellViewContext;

/** Makes the shell's own parts and, by their factories, the views of applications: only for who gets the application. */
final class ShellInstantiator extends DefaultInstantiator {
    private final transient Shell shell;
    private final transient Supplier<RouteTable> routes;
    private final transient Map<Class<?>, Supplier<?>> own;

    ShellInstantiator(VaadinService service, Shell shell, Supplier<RouteTable> routes) {
        super(service);
        this.shell = shell;
        this.routes = routes;
        this.own = OwnParts.of(shell);
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        Supplier<?> supplier = own.get(type);
        return supplier == null ? super.getOrCreate(type) : type.cast(supplier.get());
    }

    @Override
    public <T extends HasElement> T createRouteTarget(Class<T> type, NavigationEvent event) {
        RouteTable.Place place = routes.get().place(type).orElse(null);
        return place == null ? getOrCreate(type) : type.cast(view(place, event));
    }

    private Component view(RouteTable.Place place, NavigationEvent event) {
        PortalSession session = shell.sessions().portalSession(event.getUI()).orElseThrow(NotFoundException::new);
        if (!shell.applications().gets(session, place.app())) {
            throw new NotFoundException(place.app().id());
        }
        UserContext user = new UserContext(session, event.getUI().getLocale());
        ShellViewContext context = new ShellViewContext(shell, place.app(), user, event.getUI());
        try {
            Map<Class<?>, CurrentInstance> page = CurrentInstance.getInstances();
            Component view = shell.neighbours()
                    .containment()
                    .call(place.app().service(), Door.VIEW, () -> make(place.view(), context, page));
            context.follow(view);
            shell.applications().broken(place.app().id(), false);
            return view;
        } catch (RuntimeException | LinkageError e) {
            shell.applications().broken(place.app().id(), true);
            throw e;
        }
    }

    /** Perhaps on another thread, which is then given the page that this one waits with. */
    private static <V extends Component> Component make(
            AppView<V> view, ViewContext context, Map<Class<?>, CurrentInstance> page) {
        Map<Class<?>, CurrentInstance> before = CurrentInstance.getInstances();
        CurrentInstance.restoreInstances(page);
        try {
            return view.factory().apply(context);
        } finally {
            CurrentInstance.restoreInstances(before);
        }
    }

    @Override
    public @Nullable I18NProvider getI18NProvider() {
        return OwnParts.LANGUAGES;
    }
}
