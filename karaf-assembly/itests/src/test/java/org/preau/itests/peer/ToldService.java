package org.preau.itests.peer;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A service that notes what it is told of sign-outs: CAS single logout requests by the back channel. */
public final class ToldService implements AutoCloseable {
    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private final HttpServer server;

    private ToldService(HttpServer server) {
        this.server = server;
    }

    /** Listens on a free port. */
    public static ToldService start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            ToldService service = new ToldService(server);
            server.createContext("/", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                service.told.put(URLDecoder.decode(body, StandardCharsets.UTF_8), Instant.now());
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is to be told. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** When it was told that the session of this ticket is over; nothing if it was not. */
    public Optional<Instant> toldOf(String ticket) {
        return told.entrySet().stream()
                .filter(each -> each.getKey().contains(ticket))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
