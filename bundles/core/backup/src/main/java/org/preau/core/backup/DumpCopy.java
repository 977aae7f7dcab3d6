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
import org.preau.api.persistence.DatabaseHost;

/** A database of somebody else's server, by its own program {@code pg_dump} in the custom format; restored by {@code pg_restore}. */
final class DumpCopy implements DatabaseCopy {
    private final DatabaseHost host;
    private final Path folder;

    /** Dumps into that folder first: a tar must know the size. */
    DumpCopy(DatabaseHost host, Path folder) {
        this.host = host;
        this.folder = folder;
    }

    @Override
    public Map<String, String> add(ArchiveWriter archive) throws IOException, InterruptedException {
        Path dump = folder.resolve("database.dump.partial");
        try {
            Files.deleteIfExists(dump);
            Programs.run(
                    List.of("pg_dump", "--format=custom", "--compress=0", "--no-owner", "--file=" + dump),
                    host.clientEnvironment(),
                    "pg_dump of the server's version must be on the PATH: apt-get install postgresql-client");
            archive.file(dump, "data/database.dump");
            return Map.of("database", "external PostgreSQL, pg_dump");
        } finally {
            Files.deleteIfExists(dump);
        }
    }

    @Override
    public long size() throws IOException {
        try (Connection connection = host.administrator();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_database_size(current_database())")) {
            row.next();
            return 2 * row.getLong(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
