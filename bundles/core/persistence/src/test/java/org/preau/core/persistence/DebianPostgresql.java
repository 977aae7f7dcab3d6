package org.preau.core.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL that Debian ships, as somebody else's server: a cluster of its own in a temporary folder. */
final class DebianPostgresql implements AutoCloseable {
    private final EmbeddedPostgresql server;
    private final Path folder;

    private DebianPostgresql(EmbeddedPostgresql server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Starts one; fails with what to install when this machine has none. */
    static DebianPostgresql start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("preau-debian-postgresql");
        EmbeddedPostgresql server = new EmbeddedPostgresql(folder, binaries(), List.of("fsync=off"));
        server.start();
        return new DebianPostgresql(server, folder);
    }

    /** How its administrator reaches it. */
    ConnectionSettings administrator() throws IOException, InterruptedException {
        return server.administrator();
    }

    @Override
    public void close() throws IOException {
        server.stop();
        FileTree.delete(folder);
    }

    private static PostgresqlBinaries binaries() throws IOException {
        Path installed = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> versions = Files.list(installed)) {
                Path newest = versions.max(Comparator.naturalOrder()).orElse(installed);
                if (Files.isExecutable(newest.resolve("bin/postgres"))) {
                    return new PostgresqlBinaries(newest.resolve("bin"));
                }
            }
        }
        throw new AssertionError("no PostgreSQL of Debian on this machine: apt-get install postgresql");
    }
}
