package org.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalServerTest {
    private static final String URL = "jdbc:postgresql://db.example:5433/portal";

    @TempDir
    Path folder;

    @Test
    void isNotNamedWithoutAnAddress() {
        assertThat(ExternalServer.named(new FakeConfig(), Map.<String, String>of()::get))
                .isEmpty();
    }

    @Test
    void readsThePasswordFromItsFile() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        DatabaseServer server = ExternalServer.named(
                        new FakeConfig(URL, "portal", "", secret.toString(), 4), Map.<String, String>of()::get)
                .orElseThrow();
        assertThat(server.ensure()).isEqualTo(new ConnectionSettings(URL, "portal", "s3cret"));
        assertThat(server.ensure().toString()).isEqualTo("db.example:5433/portal");
        assertThat(server.description()).contains("db.example").doesNotContain("s3cret");
    }

    @Test
    void theEnvironmentWins() throws Exception {
        Map<String, String> environment = Map.of("PREAU_DB_URL", URL, "PREAU_DB_PASSWORD", "other");
        DatabaseServer server = ExternalServer.named(
                        new FakeConfig("jdbc:postgresql://elsewhere/x", "portal", "mine", "", 4), environment::get)
                .orElseThrow();
        assertThat(server.ensure()).isEqualTo(new ConnectionSettings(URL, "portal", "other"));
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> ExternalServer.named(
                        new FakeConfig("mysql://x", "portal", "", "", 4), Map.<String, String>of()::get))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
