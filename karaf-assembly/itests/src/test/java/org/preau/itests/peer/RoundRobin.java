package org.preau.itests.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.preau.driver.Portal;

/** A load balancer that remembers nobody: each request goes to the next node, to another one when that does not take the connection. */
public final class RoundRobin implements AutoCloseable {
    private static final int THREADS = 8;
    private static final Set<String> OWN =
            Set.of("host", "connection", "content-length", "upgrade", "transfer-encoding");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Portal> nodes = List.of();

    public RoundRobin() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    /** Where people reach the portal, whatever the node. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The nodes from now on; the next request goes to the first. */
    public void over(Portal... all) {
        nodes = List.of(all);
        turn.set(0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer = ask(exchange, body);
            answer.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        List<Portal> all = nodes;
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        IOException last = new IOException("no node");
        for (int i = 0; i < all.size(); i++) {
            Portal node = all.get((first + i) % all.size());
            try {
                return http.send(request(exchange, node, body), BodyHandlers.ofByteArray());
            } catch (ConnectException e) {
                last = e;
            }
        }
        throw last;
    }

    private static HttpRequest request(HttpExchange exchange, Portal node, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(node.url(exchange.getRequestURI().toString())))
                .timeout(Duration.ofSeconds(60))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }
}
