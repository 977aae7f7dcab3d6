package org.preau.core.shell.bridge;

import com.fasterxml.jackson.databind.type.TypeFactory;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.ReflectionCache;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.internal.NavigationRouteTarget;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.preau.api.app.AppView;
import org.preau.core.shell.app.App;
import org.preau.core.shell.app.AppListener;
import org.preau.core.shell.app.Applications;
import org.preau.core.shell.fault.AwayView;
import org.preau.core.shell.layout.ShellLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes of the applications that serve. When one goes, its routes go, every page that shows one of its views is moved off it (its address stays, so that the view is back when the application is), and Flow's
 * caches forget its classes, so that its class loader can be collected.
 */
final class RouteTable implements AppListener {
    private static final Logger log = LoggerFactory.getLogger(RouteTable.class);

    private static final ClassLoader OWN = RouteTable.class.getClassLoader();

    private final ApplicationRouteRegistry registry;
    private final BoundSessions sessions;
    private final Map<Class<?>, Place> places = new ConcurrentHashMap<>();

    RouteTable(ApplicationRouteRegistry registry, BoundSessions sessions) {
        this.registry = registry;
        this.sessions = sessions;
    }

    /** Whose view a class is. */
    Optional<Place> place(Class<?> type) {
        return Optional.ofNullable(places.get(type));
    }

    /** Whether an address below the root shows something to who gets these applications; what is being updated counts. */
    boolean leadsSomewhere(String path, Applications applications, Predicate<App> gets) {
        NavigationRouteTarget found = registry.getNavigationRouteTarget(path);
        if (!found.hasTarget()) {
            return false;
        }
        Class<?> type = found.getRouteTarget().getTarget();
        Place place = places.get(type);
        if (place != null) {
            return gets.test(place.app());
        }
        String[] segments = path.split("/", -1);
        return type != AwayView.class
                || segments.length > 1
                        && !segments[1].isEmpty()
                        && applications.serving(segments[1]).isEmpty();
    }

    @Override
    public void came(App app) {
        for (AppView<?> view : app.views()) {
            try {
                places.put(view.type(), new Place(app, view));
                RouteConfiguration.forRegistry(registry)
                        .setRoute(app.address(view.path()).substring(1), view.type(), List.of(ShellLayout.class));
            } catch (RuntimeException | LinkageError e) {
                places.remove(view.type());
                log.error("application {}: the view at '{}' cannot be shown", app.id(), view.path(), e);
            }
        }
        sessions.everyPage(ShellLayout::applicationsChanged);
    }

    @Override
    public void went(App app) {
        Set<Class<?>> types = app.views().stream().map(AppView::type).collect(Collectors.toSet());
        for (AppView<?> view : app.views()) {
            RouteConfiguration.forRegistry(registry).removeRoute(view.type());
            places.remove(view.type());
        }
        ClassLoader loader = app.service().getClass().getClassLoader();
        sessions.everyPageNow(ui -> {
            moveOff(ui, types, loader);
            ShellLayout.applicationsChanged(ui);
        });
        forgetClasses();
        sessions.everyPageNow(ui -> forgetClasses());
    }

    private static void moveOff(UI ui, Set<Class<?>> types, ClassLoader loader) {
        if (!shows(ui, types, loader)) {
            return;
        }
        try {
            ui.refreshCurrentRoute(false);
        } catch (RuntimeException e) {
            log.debug("a page could not be moved off a view that is gone", e);
        }
        if (shows(ui, types, loader)) {
            ui.getPage().setLocation("/");
            ui.close();
        }
    }

    private static boolean shows(UI ui, Set<Class<?>> types, ClassLoader loader) {
        for (HasElement shown : ui.getInternals().getActiveRouterTargetsChain()) {
            ClassLoader ofShown = shown.getClass().getClassLoader();
            if (types.contains(shown.getClass()) || (ofShown == loader && ofShown != OWN)) {
                return true;
            }
        }
        return false;
    }

    private static void forgetClasses() {
        ReflectionCache.clearAll();
        JacksonUtils.getMapper().getTypeFactory().clearCache();
        TypeFactory.defaultInstance().clearCache();
    }

    /**
     * Where a view class belongs.
     *
     * @param app its application
     * @param view the view
     */
    record Place(App app, AppView<? extends Component> view) {}
}
