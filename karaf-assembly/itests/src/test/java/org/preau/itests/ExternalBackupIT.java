package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.Portal;
import org.preau.itests.peer.ExternalPostgresql;

/** The restore drill of a portal on a server of the operator's: saved, and there again on another server. */
@Tag("postgresql")
class ExternalBackupIT {
    @Test
    @Requirement({"74A-H", "74B"})
    void aPortalSavedFromOneServerIsThereAgainOnAnother() throws Exception {
        try (ExternalPostgresql first = ExternalPostgresql.start();
                ExternalPostgresql second = ExternalPostgresql.start()) {
            JsonNode backup;
            JsonNode totals;
            Path key = Files.createTempFile("preau", ".key");
            try (Portal portal = first.serving(Portal.at("saved-outside"))) {
                portal.start();
                Path archive = Portal.root()
                        .resolve(
                                "bundles/feeds/aaf/src/test/resources/archives/baseline/ENT1D.20261116_ENT-ECOLE_Complet.tgz");
                Portal.Result applied = portal.exec("preau:feed-apply aaf " + archive + " --academy 24 --json");
                assertThat(applied.status()).as(applied.toString()).isZero();
                totals = portal.json("preau:directory-totals --json");
                backup = portal.json("preau:backup-now --json");
                assertThat(backup.get("database").asText()).startsWith("external PostgreSQL");
                Files.write(key, Files.readAllBytes(portal.home.resolve("etc/preau.key")));
            }
            try (Portal restored = second.serving(Portal.at("restored-outside"))) {
                Portal.Result result = Portal.run(
                        List.of(
                                Portal.root().resolve("preau").toString(),
                                "restore",
                                "--home",
                                restored.home.toString(),
                                "--port",
                                String.valueOf(restored.port),
                                "--key-file",
                                key.toString(),
                                "--database",
                                second.address(),
                                backup.get("file").asText()),
                        ExternalPostgresql.environment());
                assertThat(result.status()).as(result.toString()).isZero();
                restored.start();
                assertThat(restored.json("preau:directory-totals --json")).isEqualTo(totals);
                assertThat(restored.exec("preau:audit-verify").status()).isZero();
                for (JsonNode known : backup.get("auditHeads")) {
                    assertThat(restored.exec("preau:audit-verify --head " + known.asText())
                                    .status())
                            .isZero();
                }
            } finally {
                Files.delete(key);
            }
        }
    }
}
