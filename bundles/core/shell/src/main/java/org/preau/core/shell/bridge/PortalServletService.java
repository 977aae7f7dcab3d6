package org.preau.core.shell.bridge;

import com.vaadin.flow.component.internal.ComponentMetaData;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.SessionExpiredException;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import com.vaadin.flow.server.communication.WebComponentBootstrapHandler;
import com.vaadin.flow.server.communication.WebComponentProvider;
import com.vaadin.flow.shared.Registration;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Flow's service with the portal's session rule: a user interface session is bound at creation, and each request and push message asks whether its portal session still runs. */
final class PortalServletService extends VaadinServletService {
    /** Longer than a portal session may be idle: its end closes the user interface, not the other way round. */
    private static final int HTTP_SESSION_SECONDS = 4 * 3600;

    private final BoundSessions sessions;
    private final UUID maker;
    private final PageHead head;
    private final Predicate<VaadinRequest> known;
    private final Runnable onDestroy;

    PortalServletService(
            VaadinServlet servlet,
            DeploymentConfiguration configuration,
            BoundSessions sessions,
            UUID maker,
            PageHead head,
            Predicate<VaadinRequest> known,
            Runnable onDestroy) {
        super(servlet, configuration);
        this.sessions = sessions;
        this.maker = maker;
        this.head = head;
        this.known = known;
        this.onDestroy = onDestroy;
    }

    @Override
    public void init() throws ServiceException {
        super.init();
        addSessionInitListener(this::bind);
        addSessionDestroyListener(event -> sessions.unbind(event.getSession()));
    }

    @Override
    protected List<RequestHandler> createRequestHandlers() throws ServiceException {
        List<RequestHandler> handlers = super.createRequestHandlers();
        handlers.replaceAll(
                handler -> handler instanceof UidlRequestHandler ? new PackedAnswers(sessions::containment) : handler);
        // nothing is embedded in other sites; asking each request for it would lock the context
        handlers.removeIf(
                handler -> handler instanceof WebComponentProvider || handler instanceof WebComponentBootstrapHandler);
        return handlers;
    }

    private void bind(SessionInitEvent event) {
        if (event.getRequest().getAttribute(SessionGate.BOUND) instanceof UUID id) {
            sessions.bind(event.getSession(), id);
            WrappedSession http = event.getRequest().getWrappedSession();
            http.setAttribute(SessionGate.BOUND, id);
            http.setAttribute(SessionGate.MAKER, maker);
            http.setMaxInactiveInterval(HTTP_SESSION_SECONDS);
        }
    }

    @Override
    public @Nullable VaadinSession findVaadinSession(VaadinRequest request) throws SessionExpiredException {
        VaadinSession session = super.findVaadinSession(request);
        if (session != null && !sessions.runs(session)) {
            throw new SessionExpiredException();
        }
        return session;
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        super.modifyIndexHtmlResponse(response);
        head.complete(response);
        if (!known.test(response.getVaadinRequest())) {
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void setDefaultClassLoader() {
        setClassLoader(VaadinLoaders.vaadin());
    }

    @Override
    public @Nullable URL getStaticResource(String path) {
        return null;
    }

    /**
     * {@link ComponentMetaData} listens for the end of the service to forget what it knows of a class, and so keeps every class ever shown as long as the service lives. Its caches are cleared when an application
     * goes, so it need not listen.
     */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        if (listener.getClass().getName().startsWith(ComponentMetaData.class.getName())) {
            return () -> {};
        }
        return super.addServiceDestroyListener(listener);
    }

    @Override
    public void destroy() {
        onDestroy.run();
        super.destroy();
    }
}
