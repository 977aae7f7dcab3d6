package org.preau.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.preau.client.ConsoleClient;
import org.preau.driver.Portal;

/** The console asked from this process: no client to start, so that moments can be measured by it. */
final class QuickConsole {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Portal portal;

    QuickConsole(Portal portal) {
        this.portal = portal;
    }

    /** Runs a command that prints JSON. */
    JsonNode json(String command) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = ConsoleClient.run(
                portal.home.resolve("data/console.sock"),
                portal.home.toString(),
                command,
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new AssertionError(command + " failed: " + err.toString(StandardCharsets.UTF_8));
        }
        return JSON.readTree(out.toByteArray());
    }

    /** The version of an application that serves; empty when none does. */
    String versionOf(String application) throws IOException {
        for (JsonNode app : json("preau:app-list --json")) {
            if (app.path("id").asText().equals(application)
                    && app.path("state").asText().equals("active")) {
                return app.path("version").asText();
            }
        }
        return "";
    }
}
