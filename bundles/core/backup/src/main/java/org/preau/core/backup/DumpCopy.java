package org.preau.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preau.api.persistence.DatabaseHost;

/** A database of somebody else's server, by its own program {@code pg_dump} in the custom format; restored by {@code pg_restore}. */
final class DumpCopy implements DatabaseCopy {
    private static final int MAJOR = 10_000;

    private final DatabaseHost host;
    private final Path folder;

    private final Optional<Path> programs;

    /**
     * Dumps into that folder first: a tar must know the size.
     *
     * @param programs where the operator says that PostgreSQL's programs are
     */
    DumpCopy(DatabaseHost host, Path folder, Optional<Path> programs) {
        this.host = host;
        this.folder = folder;
        this.programs = programs;
    }

    @Override
    public Map<String, String> add(ArchiveWriter archive) throws IOException, InterruptedException {
        Path dump = folder.resolve("database.dump.partial");
        try {
            Files.deleteIfExists(dump);
            int server = (int) number("show server_version_num") / MAJOR;
            Programs.run(
                    List.of(
                            DumpProgram.find(server, programs),
                            "--format=custom",
                            "--compress=0",
                            "--no-owner",
                            // an extension that the administrator made for us is not ours to comment
                            "--no-comments",
                            "--file=" + dump),
                    host.clientEnvironment(),
                    "it was there a moment ago");
            archive.file(dump, "data/database.dump");
            return Map.of("database", "external PostgreSQL " + server + ", pg_dump");
        } finally {
            Files.deleteIfExists(dump);
        }
    }

    @Override
    public long size() throws IOException {
        return 2 * number("select pg_database_size(current_database())");
    }

    private long number(String query) throws IOException {
        try (Connection connection = host.administrator();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
