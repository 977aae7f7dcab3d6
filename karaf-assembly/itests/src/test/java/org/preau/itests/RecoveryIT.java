package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** The process or its database dies at the worst moment; or the database is not there at all. */
class RecoveryIT {
    @Test
    @Requirement("75B-D")
    void aCommitAcknowledgedJustBeforeAKillIsThereAtTheNextStart() throws IOException {
        try (Portal portal = Portal.empty("killed")) {
            portal.json("preau:audit-list --json");
            Path archive = Portal.root()
                    .resolve(
                            "bundles/feeds/aaf/src/test/resources/archives/baseline/ENT1D.20261116_ENT-ECOLE_Complet.tgz");
            Portal.Result applied = portal.exec("preau:feed-apply aaf " + archive + " --academy 24 --json");
            assertThat(applied.status()).as(applied.toString()).isZero();
            portal.kill();
            portal.start();
            assertThat(portal.json("preau:directory-totals --json")
                            .get("schools")
                            .asInt())
                    .isEqualTo(2);

            killPostgresql(portal);
            portal.await(
                    "database down",
                    Duration.ofSeconds(20),
                    () -> new PlainClient(portal).get("/signin").statusCode() == 503
                            || new PlainClient(portal).get("/health").statusCode() == 200);
            portal.await(
                    "up again",
                    Duration.ofSeconds(60),
                    () -> new PlainClient(portal).get("/health").statusCode() == 200);
            portal.await(
                    "directory readable again",
                    Duration.ofSeconds(60),
                    () -> portal.json("preau:directory-totals --json")
                                    .get("schools")
                                    .asInt()
                            == 2);
        }
    }

    @Test
    @Requirement("75B-D")
    void withoutItsDatabaseThePortalSaysSoAndComesUpWhenItAppears() throws Exception {
        Portal portal = Portal.at("no-database")
                .with("PREAU_DB_URL", "jdbc:postgresql://127.0.0.1:1/preau")
                .with("PREAU_DB_USER", "preau")
                .with("PREAU_DB_PASSWORD", "unused")
                .with("PREAU_START_TIMEOUT", "25");
        try (portal) {
            assertThat(portal.tryStart()).as("UP without database").isNotZero();
            portal.await(
                    "the sign-in page, on a slow machine too",
                    Duration.ofMinutes(1),
                    () -> new PlainClient(portal).get("/signin").statusCode() == 503);
            HttpResponse<String> signin = new PlainClient(portal).get("/signin");
            assertThat(signin.statusCode()).isEqualTo(503);
            assertThat(signin.headers().firstValue("Retry-After")).isPresent();
            assertThat(signin.body()).contains("<h1");
            assertThat(new PlainClient(portal).get("/health").statusCode()).isEqualTo(503);
        }
    }

    private static void killPostgresql(Portal portal) throws IOException {
        Path pidFile = Files.walk(portal.home.resolve("data"))
                .filter(file -> file.endsWith("postmaster.pid"))
                .findFirst()
                .orElseThrow();
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
