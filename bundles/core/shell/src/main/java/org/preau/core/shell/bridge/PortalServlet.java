package org.preau.core.shell.bridge;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.AppShellRegistry;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.preau.api.http.PublicAddress;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Shell;
import org.preau.core.shell.fault.AwayView;
import org.preau.core.shell.fault.FaultView;
import org.preau.core.shell.fault.NotFoundView;
import org.preau.core.shell.help.HelpView;
import org.preau.core.shell.home.HomeView;
import org.preau.core.shell.layout.ShellLayout;
import org.preau.core.shell.notification.NotificationsView;
import org.preau.core.shell.search.SearchView;
import org.preau.core.shell.webapp.WebAppFiles;

/**
 * Vaadin Flow on the HTTP whiteboard. Registered once {@link PublicAddress} is there: by then {@code core/http} has registered the WebSocket endpoint that makes the server offer WebSockets in this context.
 *
 * <p>A prototype: were the context ever started again, the whiteboard would make a new one.
 */
@Component(
        service = Servlet.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            "osgi.http.whiteboard.servlet.name=preau-shell",
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "servlet.init.productionMode=true",
            "servlet.init.heartbeatInterval=300",
            "servlet.init.closeIdleSessions=true",
            "servlet.init.pushMode=automatic",
            // two buffers a connection that serve only to read streams, and Flow never sends one
            "servlet.init.org.atmosphere.websocket.bufferSize=512"
        })
public final class PortalServlet extends VaadinServlet {
    private final transient Shell shell;
    private final transient UUID maker = UUID.randomUUID();
    private final transient SessionGate gate;
    private final transient WebAppFiles webApp;
    private transient @Nullable RouteTable routes;

    /** Called by the component runtime. */
    @Activate
    public PortalServlet(@Reference Shell shell, @Reference WebAppFiles webApp, @Reference PublicAddress address) {
        this.shell = shell;
        this.gate = new SessionGate(shell.neighbours(), maker);
        this.webApp = webApp;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        Loader loader = Loader.enter();
        try {
            ServletContext context = config.getServletContext();
            clearStale(context);
            new VaadinServletContext(context)
                    .setAttribute(
                            Lookup.class,
                            new ShellLookup(service -> new ShellInstantiator(service, shell, this::routes)));
            super.init(config);
        } finally {
            loader.leave();
        }
    }

    /** The context outlives this bundle: what an earlier one left in it would be taken for ours. */
    private static void clearStale(ServletContext context) {
        for (String name : Collections.list(context.getAttributeNames())) {
            if (name.startsWith("com.vaadin")) {
                context.removeAttribute(name);
            }
        }
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        VaadinServletService service = new PortalServletService(
                this, configuration, shell.sessions(), maker, new PageHead(shell), this::isKnown, this::stopListening);
        VaadinServletContext context = new VaadinServletContext(getServletContext());
        AppShellRegistry.getInstance(context).reset();
        AppShellRegistry.getInstance(context).setShell(PortalPage.class);
        service.init();
        new PageSetUp(shell).prepare(service);
        return service;
    }

    @Override
    protected void servletInitialized() {
        ApplicationRouteRegistry registry =
                ApplicationRouteRegistry.getInstance(getService().getContext());
        RouteConfiguration own = RouteConfiguration.forRegistry(registry);
        own.setRoute("", HomeView.class, List.of(ShellLayout.class));
        own.setRoute("search", SearchView.class, List.of(ShellLayout.class));
        own.setRoute("notifications", NotificationsView.class, List.of(ShellLayout.class));
        own.setRoute("help", HelpView.class, List.of(ShellLayout.class));
        own.setRoute("app/:id?/:rest*", AwayView.class, List.of(ShellLayout.class));
        registry.setErrorNavigationTargets(Set.of(NotFoundView.class, FaultView.class));
        RouteTable table = new RouteTable(registry, shell.sessions());
        routes = table;
        shell.applications().listen(table);
    }

    private RouteTable routes() {
        RouteTable table = routes;
        if (table == null) {
            throw new IllegalStateException("the servlet is not initialised");
        }
        return table;
    }

    /** Whether the address that a page was asked for shows something to its user. */
    private boolean isKnown(VaadinRequest request) {
        String path = String.valueOf(request.getPathInfo()).replaceFirst("^/", "");
        PortalSession session = request.getAttribute(SessionGate.BOUND) instanceof UUID id
                ? shell.neighbours().sessions().flatMap(all -> all.byId(id)).orElse(null)
                : null;
        return session == null
                || routes().leadsSomewhere(path, shell.applications(), app -> shell.applications()
                        .gets(session, app));
    }

    private void stopListening() {
        RouteTable table = routes;
        if (table != null) {
            shell.applications().forget(table);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (webApp.serve(request, response)) {
            return;
        }
        Loader loader = Loader.enter();
        try {
            if (serveStaticOrWebJarRequest(request, response) || !gate.admits(request, response)) {
                return;
            }
            super.service(request, response);
        } finally {
            loader.leave();
        }
    }

    @Override
    public void destroy() {
        Loader loader = Loader.enter();
        try {
            super.destroy();
        } finally {
            loader.leave();
        }
    }

    /** Atmosphere finds its classes by the thread's loader. */
    private record Loader(@Nullable ClassLoader before) {
        static Loader enter() {
            Loader loader = new Loader(Thread.currentThread().getContextClassLoader());
            Thread.currentThread().setContextClassLoader(VaadinLoaders.vaadin());
            return loader;
        }

        void leave() {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
