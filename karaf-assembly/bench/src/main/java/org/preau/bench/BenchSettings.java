package org.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.preau.driver.Portal;

/** What the bench's portal has other than shipped: sign-ins come from one address, so their limits are raised; and a service that signs in by CAS. */
final class BenchSettings {
    /** Id of the connector. */
    static final String CONNECTOR = "bench";

    /** Limits of the local counter, see its configuration. */
    static final Map<String, String> SIGN_IN = Map.of();

    private BenchSettings() {}

    static void write(Portal portal) throws IOException {
        Path etc = Files.createDirectories(portal.home.resolve("etc"));
        Files.write(
                etc.resolve("org.preau.signin.local.cfg"),
                SIGN_IN.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .sorted()
                        .toList());
        Files.write(
                etc.resolve("org.preau.connector~" + CONNECTOR + ".cfg"),
                List.of(
                        "name.fr = Mesure",
                        "name.en = Bench",
                        "category = 3",
                        "protocol = cas",
                        "launch.url = " + service(portal),
                        "service.urls = " + portal.url("/bench/*"),
                        "audience.profiles = *",
                        "audience.structures = *"));
    }

    /** Address of the service; nobody answers there, and nobody is asked. */
    static String service(Portal portal) {
        return portal.url("/bench/service");
    }
}
