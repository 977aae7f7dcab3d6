package org.preau.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.http.OutgoingCalls.Answer;

class JdkOutgoingCallsTest {
    private final JdkOutgoingCalls calls = new JdkOutgoingCalls("", Duration.ofSeconds(10));
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/echo", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "Text/Plain; charset=UTF-8");
            exchange.getResponseHeaders().set("Set-Cookie", "id=1");
            exchange.getResponseHeaders().set("X-Seen", "yes");
            answer(exchange, 200, exchange.getRequestMethod() + " " + body);
        });
        server.createContext("/redirect", exchange -> {
            exchange.getResponseHeaders().set("Location", "/echo");
            answer(exchange, 302, "");
        });
        server.createContext("/fault", exchange -> answer(exchange, 500, "no"));
        server.createContext("/big", exchange -> answer(exchange, 200, "x".repeat(2_000_001)));
        server.createContext("/full", exchange -> answer(exchange, 200, "x".repeat(2_000_000)));
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await();
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            await();
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void fetchesAndPosts() throws IOException {
        Answer fetched = calls.get(at("/echo"), Map.of("Accept", "text/plain"));
        Answer posted = calls.post(
                at("/echo"), "application/x-www-form-urlencoded", "a=é".getBytes(StandardCharsets.UTF_8), Map.of());

        assertThat(fetched.ok()).isTrue();
        assertThat(fetched.contentType()).isEqualTo("text/plain");
        assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("GET ");
        assertThat(new String(posted.body(), StandardCharsets.UTF_8)).isEqualTo("POST a=é");
    }

    @Test
    void followsNoRedirect() throws IOException {
        assertThat(calls.get(at("/redirect"), Map.of()).status()).isEqualTo(302);
        assertThat(seen).containsExactly("/redirect");
    }

    @Test
    void keepsNoCookie() throws IOException {
        calls.get(at("/echo"), Map.of());
        calls.get(at("/echo"), Map.of());

        assertThat(seen).containsExactly("/echo", "/echo");
    }

    @Test
    void givesErrorsAsTheyAre() throws IOException {
        Answer answer = calls.get(at("/fault"), Map.of());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.ok()).isFalse();
    }

    @Test
    void takesTwoMegabytesAndNotAByteMore() throws IOException {
        assertThat(calls.get(at("/full"), Map.of()).body()).hasSize(2_000_000);
        assertThatIOException()
                .isThrownBy(() -> calls.get(at("/big"), Map.of()))
                .withMessageContaining("bigger than 2000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/endless"})
    void waitsForNobodyForEver(String path) {
        JdkOutgoingCalls impatient = new JdkOutgoingCalls("", Duration.ofMillis(300));

        assertThatIOException()
                .isThrownBy(() -> impatient.get(at(path + "?secret=1"), Map.of()))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://service.example/",
                "http://127.0.0.1.evil.example/",
                "http://localhost.evil.example/",
                "http://10.0.0.1/",
                "http://[::2]/",
                "https://user@127.0.0.1/",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "mailto:a@b.example",
                "/path"
            })
    void callsNothingButHttpsAndLoopback(String address) {
        assertThatIOException()
                .isThrownBy(() -> calls.get(URI.create(address), Map.of()))
                .withMessageContaining("is not called");
        assertThatIOException()
                .isThrownBy(() -> calls.post(URI.create(address), "text/plain", new byte[0], Map.of()))
                .withMessageContaining("is not called");
    }

    @Test
    void tellsWhoIsNotThere() {
        int port = server.getAddress().getPort();
        server.stop(0);

        assertThatIOException()
                .isThrownBy(() -> calls.get(URI.create("http://127.0.0.1:" + port + "/x?secret=1"), Map.of()))
                .withMessageContaining("127.0.0.1:" + port)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        seen.add(exchange.getRequestURI().getPath() + (cookie == null ? "" : " " + cookie));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try {
            exchange.getResponseBody().write(bytes);
        } finally {
            exchange.close();
        }
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
