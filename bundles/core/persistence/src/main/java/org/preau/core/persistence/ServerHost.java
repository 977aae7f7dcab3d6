package org.preau.core.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.preau.api.persistence.DatabaseHost;

/** The server, as those who save it see it. */
final class ServerHost implements DatabaseHost {
    private final DatabaseServer server;

    ServerHost(DatabaseServer server) {
        this.server = server;
    }

    @Override
    public Optional<Path> folder() {
        return server.folder();
    }

    @Override
    public Connection administrator() {
        try {
            return settings().dataSource().getConnection();
        } catch (SQLException e) {
            throw SqlFailures.unavailable(e);
        }
    }

    @Override
    public Map<String, String> clientEnvironment() {
        ConnectionSettings settings = settings();
        Properties known = org.postgresql.Driver.parseURL(settings.url(), null);
        if (known == null) {
            throw SqlFailures.unavailable(null);
        }
        return Map.of(
                "PGHOST", known.getProperty("PGHOST"),
                "PGPORT", known.getProperty("PGPORT"),
                "PGDATABASE", known.getProperty("PGDBNAME"),
                "PGUSER", settings.username(),
                "PGPASSWORD", settings.password());
    }

    private ConnectionSettings settings() {
        try {
            return server.administrator();
        } catch (IOException e) {
            throw SqlFailures.unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SqlFailures.unavailable(e);
        }
    }
}
