package org.preau.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** The portal that is measured, in a home of the bench's own, and what all parts share. One thread starts and stops it. */
final class Stage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Connections of all simulated users; HTTP/1.1, so that no connection begins with an upgrade. */
    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private @Nullable Portal portal;
    private boolean running;

    /** The portal, started if it was not; with the demonstration schools. */
    synchronized Portal running() throws IOException {
        Portal ready = prepared();
        if (!running) {
            start();
        }
        return ready;
    }

    /** Its home with its settings in it; made at the first call. */
    synchronized Portal prepared() throws IOException {
        Portal made = portal;
        if (made == null) {
            made = Portal.at("portal").with("PREAU_HEAP", "512m");
            BenchSettings.write(made);
            portal = made;
        }
        return made;
    }

    /** Starts it and gives the seconds until it was up, from the call of the script. */
    synchronized double start() throws IOException {
        Portal ready = prepared();
        running = true;
        long begun = System.nanoTime();
        try {
            ready.start("--demo");
            double seconds = (System.nanoTime() - begun) / 1e9;
            ready.await("demonstration accounts", Duration.ofSeconds(90), () -> Files.exists(ready.demoAccounts()));
            return seconds;
        } catch (AssertionError e) {
            stop();
            throw e;
        }
    }

    synchronized void stop() {
        Portal known = portal;
        if (known != null && running) {
            known.stop();
        }
        running = false;
    }

    /** All demonstration accounts that use the shell, whatever their profile. */
    List<Portal.Login> logins() throws IOException {
        List<Portal.Login> logins = new ArrayList<>();
        for (JsonNode account : JSON.readTree(running().demoAccounts().toFile())) {
            logins.add(new Portal.Login(
                    account.get("login").asText(), account.get("password").asText()));
        }
        return logins;
    }

    /** A client of that user, sharing the connections; not signed in. */
    PlainClient client() throws IOException {
        return new PlainClient(running(), http);
    }

    /** A folder for files to be looked at later. */
    static Path files() throws IOException {
        return Files.createDirectories(Portal.root().resolve("karaf-assembly/bench/target/files"));
    }

    @Override
    public void close() {
        stop();
    }
}
