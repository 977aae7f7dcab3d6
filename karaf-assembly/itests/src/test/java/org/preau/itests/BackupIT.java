package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** The restore drill on the product: saved while people work, killed, restored elsewhere by an operator's commands, and there again. */
class BackupIT {
    @Test
    @Requirement({"74A-H", "71E"})
    void anInstanceSavedWhilePeopleWorkAndKilledIsThereAgainInAnotherFolder() throws Exception {
        JsonNode before;
        JsonNode backup;
        Portal.Login head;
        Path accounts;
        try (Portal portal = Portal.demo("saved")) {
            Path passphrase = Files.writeString(portal.home.resolve("passphrase"), "correct cheval batterie agrafe\n");
            Files.writeString(
                    portal.home.resolve("etc/org.preau.core.backup.cfg"), "passphrase.file = " + passphrase + "\n");
            before = portal.json("preau:directory-totals --json");
            head = portal.demoLogin("HEAD");
            portal.await("backups are encrypted", Duration.ofSeconds(30), () -> portal.json("preau:backup-now --json")
                    .get("encrypted")
                    .asBoolean());
            backup = whilePeopleWork(portal, () -> portal.json("preau:backup-now --json"));
            assertThat(portal.json("preau:backup-list --json").get(0).get("id")).isEqualTo(backup.get("id"));
            assertThat(portal.exec("preau:audit-verify").status()).isZero();
            accounts = portal.demoAccounts();
            portal.kill();

            Portal restored = Portal.at("restored");
            long began = System.nanoTime();
            List<String> command = List.of(
                    Portal.root().resolve("preau").toString(),
                    "restore",
                    "--home",
                    restored.home.toString(),
                    backup.get("file").asText(),
                    "--port",
                    String.valueOf(restored.port),
                    "--passphrase-file",
                    passphrase.toString());
            Portal.Result result = Portal.run(command, Map.of());
            assertThat(result.status()).as(result.toString()).isZero();
            assertThat(Portal.run(command, Map.of()).status())
                    .as("twice into one home")
                    .isNotZero();
            long unpacked = System.nanoTime();
            try (restored) {
                restored.start();
                long up = System.nanoTime();
                assertThat(restored.json("preau:directory-totals --json")).isEqualTo(before);
                new PlainClient(restored).signIn(head);
                JsonNode verdict = restored.json("preau:audit-verify --json");
                assertThat(verdict.get("intact").asBoolean()).isTrue();
                for (JsonNode known : backup.get("auditHeads")) {
                    assertThat(restored.exec("preau:audit-verify --head " + known.asText())
                                    .status())
                            .isZero();
                }
                assertThat(Files.readString(restored.demoAccounts())).isEqualTo(Files.readString(accounts));
                System.getLogger("backup")
                        .log(
                                System.Logger.Level.INFO,
                                "backup {0} s, {1} bytes of {2}; restore {3} ms, start {4} ms",
                                backup.get("seconds"),
                                backup.get("bytes"),
                                backup.get("content"),
                                (unpacked - began) / 1_000_000,
                                (up - unpacked) / 1_000_000);
            }
        }
    }

    /** Signs people in all the while; none may fail. */
    private static JsonNode whilePeopleWork(Portal portal, Act act) throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService people = Executors.newFixedThreadPool(2);
        List<Future<?>> all = new ArrayList<>();
        for (String profile : List.of("TEACHER", "GUARDIAN")) {
            all.add(people.submit(() -> {
                while (going.get()) {
                    PlainClient client = new PlainClient(portal).signIn(portal.demoLogin(profile));
                    assertThat(client.get("/").statusCode()).isLessThan(400);
                }
                return 0;
            }));
        }
        try {
            return act.run();
        } finally {
            going.set(false);
            for (Future<?> each : all) {
                each.get();
            }
            people.shutdown();
        }
    }

    private interface Act {
        JsonNode run() throws IOException;
    }
}
