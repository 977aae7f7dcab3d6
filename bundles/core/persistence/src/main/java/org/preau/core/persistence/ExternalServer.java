package org.preau.core.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that somebody else runs. */
final class ExternalServer implements DatabaseServer {
    private final String url;
    private final String username;
    private final String password;
    private final String passwordFile;

    private ExternalServer(String url, String username, String password, String passwordFile) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.passwordFile = passwordFile;
    }

    /**
     * The server that environment or configuration name, if they name one.
     *
     * @param environment gives a variable's value or null
     */
    static Optional<DatabaseServer> named(PersistenceConfig config, UnaryOperator<@Nullable String> environment) {
        String url = first(environment.apply("PREAU_DB_URL"), config.url());
        if (url.isBlank()) {
            return Optional.empty();
        }
        if (org.postgresql.Driver.parseURL(url, null) == null) {
            throw new IllegalArgumentException("url: want jdbc:postgresql://host:port/database, got " + url);
        }
        return Optional.of(new ExternalServer(
                url,
                first(environment.apply("PREAU_DB_USER"), config.username()),
                first(environment.apply("PREAU_DB_PASSWORD"), config.password()),
                config.password_file()));
    }

    @Override
    public ConnectionSettings ensure() throws IOException {
        String secret = password.isEmpty() && !passwordFile.isEmpty()
                ? Files.readString(Path.of(passwordFile)).strip()
                : password;
        return new ConnectionSettings(url, username, secret);
    }

    @Override
    public void stop() {
        // not ours to stop
    }

    @Override
    public String description() {
        return "external PostgreSQL " + new ConnectionSettings(url, username, "");
    }

    private static String first(@Nullable String preferred, String otherwise) {
        return preferred == null || preferred.isBlank() ? otherwise : preferred;
    }
}
