package org.preau.core.shell.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.app.AppCatalogue;
import org.preau.api.app.PortalApplication;
import org.preau.api.containment.Door;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whiteboard of applications. Of several with one id the one of the highest version serves; the others are shadowed. */
@Component(service = {AppCatalogue.class, Applications.class})
public final class Applications implements AppCatalogue {
    private static final Logger log = LoggerFactory.getLogger(Applications.class);

    private final Neighbours neighbours;
    private final Map<PortalApplication, App> known = new HashMap<>();
    private final Map<String, App> serving = new ConcurrentHashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final List<AppListener> listeners = new CopyOnWriteArrayList<>();

    /** Called by the component runtime. */
    @Activate
    public Applications(@Reference Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void bind(PortalApplication service, ServiceReference<PortalApplication> reference) {
        Version version = reference.getBundle() == null
                ? Version.emptyVersion
                : reference.getBundle().getVersion();
        add(service, version);
    }

    synchronized void add(PortalApplication service, Version version) {
        App app;
        try {
            app = neighbours
                    .containment()
                    .call(service, Door.TELL, () -> new App(service.descriptor(), service.views(), version, service));
        } catch (RuntimeException | LinkageError e) {
            neighbours.fault(service.getClass().getName(), e);
            return;
        }
        known.put(service, app);
        broken.remove(app.id());
        elect(app.id());
    }

    synchronized void unbind(PortalApplication service) {
        App app = known.remove(service);
        if (app != null) {
            elect(app.id());
        }
    }

    private void elect(String id) {
        App before = serving.get(id);
        Optional<App> elected =
                known.values().stream().filter(app -> app.id().equals(id)).max(Comparator.comparing(App::version));
        App after = elected.orElse(null);
        if (before == after) {
            return;
        }
        if (before != null) {
            serving.remove(id);
            listeners.forEach(listener -> listener.went(before));
        }
        if (after != null) {
            serving.put(id, after);
            listeners.forEach(listener -> listener.came(after));
            log.info("application {} {} serves", id, after.version());
        }
    }

    /** Hears of applications from now on; is told of those that serve already. */
    public synchronized void listen(AppListener listener) {
        listeners.add(listener);
        serving.values().forEach(listener::came);
    }

    /** Hears no more. */
    public void forget(AppListener listener) {
        listeners.remove(listener);
    }

    /** The application of that id that serves. */
    public Optional<App> serving(String id) {
        return Optional.ofNullable(serving.get(id));
    }

    /** The applications that this user gets, by order. */
    public List<App> of(PortalSession session) {
        return serving.values().stream()
                .filter(app -> gets(session, app))
                .sorted(byOrder())
                .toList();
    }

    /** Whether this user gets that application: audience and toggles. */
    public boolean gets(PortalSession session, App app) {
        return app.descriptor().audience().contains(session.context().profile())
                && neighbours
                        .toggles()
                        .map(toggles -> toggles.on(app.item(), session))
                        .orElse(true);
    }

    /** Notes whether the last thing asked of an application failed. */
    public void broken(String id, boolean failed) {
        if (failed) {
            broken.add(id);
        } else {
            broken.remove(id);
        }
    }

    @Override
    public synchronized List<AppStatus> all() {
        List<App> apps = new ArrayList<>(known.values());
        apps.sort(byOrder().thenComparing(App::version, Comparator.reverseOrder()));
        return apps.stream().map(this::status).toList();
    }

    @Override
    public List<AppStatus> visibleTo(PortalSession session) {
        return of(session).stream().map(this::status).toList();
    }

    private AppStatus status(App app) {
        @Nullable App served = serving.get(app.id());
        String state = served != app ? "shadowed" : broken.contains(app.id()) ? "broken" : "active";
        return new AppStatus(app.descriptor(), app.version().toString(), state);
    }

    private static Comparator<App> byOrder() {
        return Comparator.comparingInt((App app) -> app.descriptor().order()).thenComparing(App::id);
    }
}
