package org.preau.itests.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.preau.driver.Portal;

/** The library openid-client on Node.js, installed by npm from a lock file that is kept with the test. */
public final class OpenidClient {
    /** Where codes go; nobody listens there. */
    public static final String REDIRECT = "http://127.0.0.1:9/openid-client";

    private static final int SECONDS = 120;

    private OpenidClient() {}

    /**
     * Signs in with it.
     *
     * @param browser is given the address to open, gives the one where the browser came to
     * @return what the library learnt: {@code claims}, {@code user}, and of refresh tokens {@code rotated} and {@code reused}
     */
    public static JsonNode signIn(String issuer, String secret, Path authority, UnaryOperator<String> browser) {
        Path folder = installed();
        ProcessBuilder builder = new ProcessBuilder("node", "login.mjs", issuer, "openid-client", secret, REDIRECT)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().put("NODE_EXTRA_CA_CERTS", authority.toString());
        try {
            Process process = builder.start();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                    var in = process.outputWriter(StandardCharsets.UTF_8)) {
                String address = out.readLine();
                if (address == null) {
                    throw failed(folder);
                }
                in.write(browser.apply(address) + "\n");
                in.flush();
                String learnt = out.readLine();
                if (learnt == null || !process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    throw failed(folder);
                }
                return new ObjectMapper().readTree(learnt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AssertionError failed(Path folder) throws IOException {
        return new AssertionError("openid-client: " + Files.readString(folder.resolve("errors")));
    }

    private static Path installed() {
        Path folder = Path.of(System.getProperty("preau.work")).resolveSibling("openid-client");
        try {
            Files.createDirectories(folder);
            for (String name : List.of("package.json", "package-lock.json", "login.mjs")) {
                try (InputStream from = OpenidClient.class.getResourceAsStream("/peers/openid-client/" + name)) {
                    Files.write(folder.resolve(name), from.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Portal.Result result =
                Portal.run(List.of("npm", "--prefix", folder.toString(), "ci", "--no-audit", "--no-fund"), Map.of());
        if (result.status() != 0) {
            throw new AssertionError("openid-client cannot be installed: " + result);
        }
        return folder;
    }
}
