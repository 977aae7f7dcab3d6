package org.preau.feeds.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsFileTest {
    @Test
    void isReadableByItsOwnerOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("data/demo-accounts.json");
        AccountsFile accounts = new AccountsFile(file);
        accounts.write(List.of());
        accounts.write(List.of(new AccountsFile.Line("zoe.lamy", "a-b", "TEACHER", "Zoé Lamy", "Les \"Tilleuls\"")));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .contains("\"login\" : \"zoe.lamy\"", "\"name\" : \"Zoé Lamy\"", "Les \\\"Tilleuls\\\"");
        assertThat(file.resolveSibling("demo-accounts.json.new")).doesNotExist();
    }
}
