package org.preau.core.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.preau.api.persistence.DatabaseHost;
import org.preau.core.persistence.TestServer;

/** An instance with some files, on the tests' server. */
final class Home {
    final FakeTrail trail = new FakeTrail();
    final Path base;
    final Path backups;
    final InstanceFiles files;
    final BackupMaker maker;

    Home(Path base, Clock clock) throws IOException {
        this(base, clock, TestServer.host());
    }

    /** One whose database is on that server. */
    Home(Path base, Clock clock, DatabaseHost host) throws IOException {
        this.base = base;
        this.backups = base.resolve("backup");
        Path data = host.folder().map(Path::getParent).orElseGet(() -> base.resolve("data"));
        this.files = new InstanceFiles(base, data, base.resolve("etc"));
        this.maker = new BackupMaker(host, trail, trail, clock, files);
        Files.createDirectories(base.resolve("etc"));
        Files.createDirectories(base.resolve("deploy"));
        Files.createDirectories(data);
        Files.writeString(base.resolve("etc/preau.key"), "the master key");
        Files.writeString(base.resolve("etc/été \\ n.cfg"), "clé = valeur");
        Files.writeString(base.resolve("passphrase"), "correct cheval batterie agrafe\n");
    }

    /** Settings without encryption and off-site copy. */
    BackupSettings settings(String... offsite) {
        return new BackupSettings(
                List.of(LocalTime.of(2, 30)), backups, 15, Optional.empty(), false, List.of(offsite), Optional.empty());
    }

    /** Encrypted ones. */
    BackupSettings encrypted() {
        return new BackupSettings(
                List.of(), backups, 15, Optional.of(base.resolve("passphrase")), false, List.of(), Optional.empty());
    }

    /** Runs a program of the system, which must work; its output. */
    static String system(Path folder, String... words) throws Exception {
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + output);
        }
        return output;
    }
}
