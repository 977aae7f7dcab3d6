package org.preau.core.shell.bridge;

import com.vaadin.flow.component.PushConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.containment.Containment;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Neighbours;
import org.preau.core.shell.event.OnPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which user interface session belongs to which portal session: bound at creation, for ever. */
@Component(service = BoundSessions.class)
public final class BoundSessions {
    private static final Logger log = LoggerFactory.getLogger(BoundSessions.class);

    private final Neighbours neighbours;
    private final Map<VaadinSession, UUID> bound = new ConcurrentHashMap<>();
    private final ExecutorService pages = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "shell-pages");
        thread.setDaemon(true);
        return thread;
    });

    /** Called by the component runtime. */
    @Activate
    public BoundSessions(@Reference Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Deactivate
    void stop() {
        pages.shutdownNow();
    }

    /** What stands between open pages and the code of applications. */
    Containment containment() {
        return neighbours.containment();
    }

    void bind(VaadinSession session, UUID portalSession) {
        bound.put(session, portalSession);
    }

    void unbind(VaadinSession session) {
        bound.remove(session);
    }

    /** Whether the session may still be used: its portal session runs, as far as can be known now. */
    boolean runs(VaadinSession session) {
        UUID id = bound.get(session);
        return id != null
                && neighbours.sessions().map(all -> all.byId(id).isPresent()).orElse(true);
    }

    /** The portal session that this page belongs to, as it is now; nothing once it has ended. */
    public Optional<PortalSession> portalSession(UI ui) {
        VaadinSession session = ui.getSession();
        @Nullable UUID id = session == null ? null : bound.get(session);
        return id == null ? Optional.empty() : neighbours.sessions().flatMap(all -> all.byId(id));
    }

    /** Does something in every open page of every session, with push, on a thread of its own: who calls it need not wait for thousands of pages. */
    public void everyPage(Consumer<UI> act) {
        pages.execute(() -> everyPageNow(act));
    }

    /** Does something in every open page of every session before it returns; a page that is busy comes later. */
    void everyPageNow(Consumer<UI> act) {
        bound.keySet().forEach(session -> eachPage(session, act));
    }

    /** Does something in every open page of one portal session. */
    public void pagesOf(UUID portalSession, Consumer<UI> act) {
        sessionsOf(List.of(portalSession)).forEach(session -> eachPage(session, act));
    }

    /** Does something in every open page of every session of one account, with push, on a thread of its own. */
    public void pagesOfAccount(UUID account, Consumer<UI> act) {
        pages.execute(() -> bound.forEach((session, id) -> {
            boolean his = neighbours
                    .sessions()
                    .flatMap(all -> all.byId(id))
                    .map(portal -> portal.accountId().equals(account))
                    .orElse(false);
            if (his) {
                eachPage(session, act);
            }
        }));
    }

    private static void eachPage(VaadinSession session, Consumer<UI> act) {
        OnPage.run(session, () -> List.copyOf(session.getUIs()).forEach(ui -> {
            if (!ui.isClosing()) {
                OnPage.run(ui, () -> act.accept(ui));
            }
        }));
    }

    /** Ends what belongs to these portal sessions: each open page goes to the sign-in page, and the user interface's session is over. */
    void end(Collection<UUID> portalSessions) {
        for (VaadinSession session : sessionsOf(portalSessions)) {
            bound.remove(session);
            OnPage.run(session, () -> end(session));
        }
    }

    private static void end(VaadinSession session) {
        for (UI ui : List.copyOf(session.getUIs())) {
            try {
                ui.getPage()
                        .setLocation(SessionGate.signIn(
                                ui.getInternals().getActiveViewLocation().getPathWithQueryParameters()));
                PushConfiguration push = ui.getPushConfiguration();
                if (push.getPushMode().isEnabled()) {
                    ui.push();
                }
            } catch (RuntimeException e) {
                log.debug("a page could not be told that its session ended", e);
            }
        }
        session.close();
        WrappedSession http = session.getSession();
        if (http != null) {
            http.invalidate();
        }
    }

    private List<VaadinSession> sessionsOf(Collection<UUID> portalSessions) {
        return bound.entrySet().stream()
                .filter(entry -> portalSessions.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
