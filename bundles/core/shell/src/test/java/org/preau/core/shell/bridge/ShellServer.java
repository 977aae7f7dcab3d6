package org.preau.core.shell.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.preau.api.http.PublicAddress;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.core.shell.FakeApplication;
import org.preau.core.shell.FakeBundle;
import org.preau.core.shell.FakeNeighbours;
import org.preau.core.shell.FakeWhiteboards;
import org.preau.core.shell.Shell;
import org.preau.core.shell.app.Applications;
import org.preau.core.shell.app.ApplicationsDoor;
import org.preau.core.shell.app.Contributions;
import org.preau.core.shell.event.EventHub;
import org.preau.core.shell.event.ShellEvents;
import org.preau.core.shell.notice.DevNotices;
import org.preau.core.shell.preference.PreferenceStore;
import org.preau.core.shell.search.Searches;
import org.preau.core.shell.webapp.WebAppFiles;

/** The real servlet on a server of its own, with a portal of fakes around it. */
final class ShellServer {
    private static final Logger QUIET = Logger.getLogger("org.atmosphere");

    static {
        QUIET.setLevel(Level.OFF); // no WebSockets on this server, and it says so at length
    }

    final FakeNeighbours neighbours = new FakeNeighbours();
    final FakeBundle bundle = new FakeBundle();
    final BoundSessions sessions = new BoundSessions(neighbours);
    final Applications applications = new Applications(neighbours);
    final FakeWhiteboards whiteboards = new FakeWhiteboards();
    private final Server server = new Server();
    private final List<FakeApplication> served = new ArrayList<>();
    private final int port;

    ShellServer() throws Exception {
        EventHub events = new EventHub(bundle.context());
        Shell shell = new Shell(
                neighbours,
                sessions,
                applications,
                new Contributions(applications, neighbours),
                events,
                new PreferenceStore(neighbours),
                whiteboards,
                new Searches(whiteboards, neighbours),
                new DevNotices(sessions));
        new ShellEvents(events, sessions);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        ServletHolder holder =
                new ServletHolder("preau-shell", new PortalServlet(shell, new WebAppFiles(neighbours), new Here()));
        holder.setInitParameters(Map.of("productionMode", "true", "heartbeatInterval", "300", "pushMode", "disabled"));
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        context.addServlet(holder, "/*");
        server.setHandler(context);
        server.start();
        port = connector.getLocalPort();
    }

    /** No application, no session, nothing said. */
    void reset() {
        sessions.end(neighbours.sessions.endAll());
        List.copyOf(served).forEach(this::remove);
        neighbours.reset();
        whiteboards.reset();
    }

    void serve(FakeApplication application) {
        served.add(application);
        ApplicationsDoor.add(applications, application, Version.emptyVersion);
    }

    void remove(FakeApplication application) {
        served.remove(application);
        ApplicationsDoor.remove(applications, application);
    }

    Browser browser(@Nullable PortalSession session) {
        return new Browser(URI.create("http://127.0.0.1:" + port), session);
    }

    void close() throws Exception {
        server.stop();
    }

    /** What a browser does, without showing anything. */
    static final class Browser {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private final URI base;
        private String token = "";
        private int ui;
        private int sync;
        private int client;

        Browser(URI base, @Nullable PortalSession session) {
            this.base = base;
            if (session != null) {
                be(session);
            }
        }

        void be(PortalSession session) {
            HttpCookie cookie =
                    new HttpCookie(PortalSessions.COOKIE, session.id().toString());
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(base, cookie);
        }

        HttpResponse<String> get(String path) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(base.resolve(path))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<byte[]> bytes(String path, String encoding) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(base.resolve(path))
                            .header("Accept-Encoding", encoding)
                            .build(),
                    BodyHandlers.ofByteArray());
        }

        /** Opens a page; gives what the view's first answer says. */
        String open(String path) throws Exception {
            start(path);
            return act("[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\""
                    + path.substring(1)
                    + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]");
        }

        /** Opens a page without going anywhere in it. */
        void start(String path) throws Exception {
            get(path);
            JsonNode config = new ObjectMapper()
                    .readTree(get("/?v-r=init&location=" + path.substring(1) + "&query=")
                            .body())
                    .path("appConfig");
            ui = config.path("v-uiId").asInt(-1);
            token = config.path("uidl").path("Vaadin-Security-Key").asText();
            sync = config.path("uidl").path("syncId").asInt();
            client = 0;
        }

        /** Says that it lost track of what the server told; gives the whole page as the server tells it then. */
        String resynchronise() throws Exception {
            return text(send("{\"csrfToken\":\"" + token + "\",\"rpc\":[],\"resynchronize\":true,\"syncId\":" + sync
                    + ",\"clientId\":" + client + "}"));
        }

        String ping() throws Exception {
            return act("[]");
        }

        String act(String rpc) throws Exception {
            HttpResponse<byte[]> answer = post(rpc);
            String body = text(answer);
            if (answer.statusCode() == 200 && body.startsWith("for(;;);")) {
                JsonNode state = new ObjectMapper()
                        .readTree(body.substring("for(;;);".length()))
                        .get(0);
                sync = state.path("syncId").asInt(sync);
                client++;
            }
            return body;
        }

        HttpResponse<byte[]> post(String rpc) throws Exception {
            String body = "{\"csrfToken\":\"" + token + "\",\"rpc\":" + rpc + ",\"syncId\":" + sync + ",\"clientId\":"
                    + client + "}";
            return send(body);
        }

        private HttpResponse<byte[]> send(String body) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(base.resolve("/?v-r=uidl&v-uiId=" + ui))
                            .header("Content-Type", "application/json; charset=UTF-8")
                            .header("Accept-Encoding", "gzip")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofByteArray());
        }

        static String text(HttpResponse<byte[]> answer) throws Exception {
            boolean zipped =
                    answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            byte[] body = zipped
                    ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                    : answer.body();
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private static final class Here implements PublicAddress {
        @Override
        public URI origin() {
            return URI.create("http://127.0.0.1");
        }

        @Override
        public String clientOf(HttpServletRequest request) {
            return request.getRemoteAddr();
        }

        @Override
        public String safeReturn(@Nullable String wanted) {
            return "/";
        }
    }
}
