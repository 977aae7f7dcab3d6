package org.preau.itests.peer;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** The application behind an Apache that protects it: answers with the headers it was given, a line {@code name: value} each, names in lower case. */
public final class EchoService implements AutoCloseable {
    private final HttpServer server;

    private EchoService(HttpServer server) {
        this.server = server;
    }

    /** Listens on a free port. */
    public static EchoService start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.createContext("/", exchange -> {
                byte[] body =
                        ("protected page\n" + lines(exchange.getRequestHeaders())).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/plain;charset=utf-8");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return new EchoService(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Headers of bytes that are not ASCII come as ISO 8859-1 and mean UTF-8. */
    private static String lines(Headers headers) {
        return headers.entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> header.getKey().toLowerCase(Locale.ROOT) + ": "
                                + new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
