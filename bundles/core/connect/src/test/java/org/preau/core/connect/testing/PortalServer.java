package org.preau.core.connect.testing;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** One endpoint behind a real server on a free loopback port, below its reserved prefix as in core/http. */
public final class PortalServer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** Starts it. */
    public PortalServer(HttpEndpoint endpoint) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        String prefix = "/" + endpoint.path().split("/")[1];
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new EndpointServlet(endpoint)), prefix + "/*");
        server.setHandler(context);
        server.start();
    }

    /** The address of a path. */
    public String address(String path) {
        return "http://127.0.0.1:" + connector.getLocalPort() + path;
    }

    /** Asks for a path, signed in or not; follows no redirect. */
    public HttpResponse<String> get(String path, @Nullable PortalSession session) {
        return send("GET", path, session);
    }

    /** The same by another method. */
    public HttpResponse<String> send(String method, String path, @Nullable PortalSession session) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address(path))).method(method, HttpRequest.BodyPublishers.noBody());
        if (session != null) {
            request.header("Cookie", PortalSessions.COOKIE + "=" + session.id());
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static final class EndpointServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient HttpEndpoint endpoint;

        private EndpointServlet(HttpEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            try {
                endpoint.handle(request, response);
            } catch (PortalException e) {
                new FakePages().error(request, response, e);
            }
        }
    }
}
