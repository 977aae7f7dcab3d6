package org.preau.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keycloak as its distribution comes, with realms of ours and its database in memory. */
public final class Keycloak implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(240);

    private final int port;
    private final Program program;

    private Keycloak(int port, Program program) {
        this.port = port;
        this.program = program;
    }

    /** Whether its distribution was unpacked there and built for {@code --db=dev-mem}: what the script does that wants it. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve("bin/kc.sh"));
    }

    /**
     * Starts it.
     *
     * @param folder its distribution
     * @param port where it is to listen on this machine
     * @param heap the most its heap may take, {@code 512m}
     * @param realms files {@code <name>-realm.json} and what is in them
     */
    public static Keycloak start(Path folder, int port, String heap, Map<String, String> realms) {
        try {
            Path imports = Files.createDirectories(folder.resolve("data/import"));
            try (Stream<Path> old = Files.list(imports)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
            for (Map.Entry<String, String> realm : realms.entrySet()) {
                Files.writeString(imports.resolve(realm.getKey() + "-realm.json"), realm.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String address = "http://127.0.0.1:" + port;
        Program program = Program.start(
                "keycloak",
                folder,
                Map.of("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx" + heap),
                List.of(
                        "sh",
                        "bin/kc.sh",
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + address));
        // it listens before its database and its realms are there
        for (String realm : realms.keySet()) {
            program.awaiting("realm " + realm, LIMIT, () -> answers(address + "/realms/" + realm));
        }
        return new Keycloak(port, program);
    }

    /** The address of a realm: its OpenID Connect issuer and SAML entity. */
    public String realm(String name) {
        return "http://127.0.0.1:" + port + "/realms/" + name;
    }

    /** Its process. */
    public long pid() {
        return program.pid();
    }

    private static boolean answers(String address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(30_000);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
