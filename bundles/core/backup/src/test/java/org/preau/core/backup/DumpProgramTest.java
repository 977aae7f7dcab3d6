package org.preau.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.DatabaseHost;
import org.preau.core.persistence.TestServer;

/** A database on a server of the operator's: which program saves it. */
@Requirement("74B")
class DumpProgramTest {
    private static final int SERVER = 17;

    @TempDir
    Path folder;

    @Test
    void takesAProgramOfTheServersVersionOrALaterOne() throws Exception {
        program("pg_dump (PostgreSQL) 17.2 (Debian 17.2-1.pgdg120+1)", "exit 0");
        assertThat(DumpProgram.find(SERVER, Optional.of(folder)))
                .isEqualTo(folder.resolve("pg_dump").toString());
        assertThat(DumpProgram.find(15, Optional.of(folder))).endsWith("pg_dump");
    }

    @Test
    void saysWhatToInstallWhenTheProgramIsTooOldOrMissing() throws Exception {
        assertThatThrownBy(() -> DumpProgram.find(SERVER, Optional.of(folder)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("pg_dump is not in " + folder, "postgresql-client-17", "postgresql.bin");
        program("pg_dump (PostgreSQL) 15.18", "exit 0");
        assertThatThrownBy(() -> DumpProgram.find(SERVER, Optional.of(folder)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("of PostgreSQL 15", "a server of 17", "postgresql-client-17");
    }

    @Test
    void givesThePasswordByTheEnvironmentAndSaysWhyItFailed() throws Exception {
        DatabaseHost server = TestServer.host();
        program("pg_dump (PostgreSQL) 99.1", "echo \"host $PGHOST password ${PGPASSWORD:+given} to $*\"; exit 3");
        DumpCopy copy = new DumpCopy(external(server), folder, Optional.of(folder));
        assertThat(copy.size()).isPositive();
        try (ArchiveWriter archive = new ArchiveWriter(folder.resolve("a.tar.gz"), Optional.empty())) {
            assertThatThrownBy(() -> copy.add(archive))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("failed (3)", "password given", "--format=custom")
                    .hasMessageNotContaining(server.clientEnvironment().get("PGPASSWORD"));
        }
        assertThat(folder.resolve("database.dump.partial")).doesNotExist();
    }

    private void program(String version, String work) throws IOException {
        Path program = folder.resolve("pg_dump");
        Files.write(
                program, List.of("#!/bin/sh", "[ \"$1\" = --version ] && { echo '" + version + "'; exit 0; }", work));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static DatabaseHost external(DatabaseHost server) {
        return new DatabaseHost() {
            @Override
            public Optional<Path> folder() {
                return Optional.empty();
            }

            @Override
            public Connection administrator() {
                return server.administrator();
            }

            @Override
            public Map<String, String> clientEnvironment() {
                return server.clientEnvironment();
            }
        };
    }
}
