package org.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.preau.driver.Portal;

/** What the bench's portal has beside what is shipped: a service that signs in by CAS. Limits on sign-ins stay: those that succeed do not count. */
final class BenchSettings {
    /** Id of the connector. */
    static final String CONNECTOR = "bench";

    private BenchSettings() {}

    static void write(Portal portal) throws IOException {
        Path etc = Files.createDirectories(portal.home.resolve("etc"));
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
