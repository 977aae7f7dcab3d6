package org.preau.core.persistence;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.preau.api.persistence.DatabaseHost;

/** A database on somebody else's server, reached as its owner, who may do nothing else there. Closing it drops it. */
public final class ExternalDatabase implements AutoCloseable {
    private static final String PASSWORD = "un-mot-de-passe-de-test";

    private final ConnectionSettings administrator;
    private final ConnectionSettings owner;
    private final String name;
    private final DatabaseHost host;

    private ExternalDatabase(ConnectionSettings administrator, ConnectionSettings owner, String name) {
        this.administrator = administrator;
        this.owner = owner;
        this.name = name;
        this.host = new ServerHost(ExternalServer.named(
                        new FakeConfig(owner.url(), owner.username(), owner.password(), "", 2), any -> null)
                .orElseThrow());
    }

    static ExternalDatabase lentBy(ConnectionSettings administrator) {
        String name = "lent_" + UUID.randomUUID().toString().replace("-", "");
        TestServer.execute(administrator, "create role " + name + " login password '" + PASSWORD + "'");
        TestServer.execute(administrator, "create database " + name + " owner " + name);
        ConnectionSettings there = TestServer.on(administrator, name);
        TestServer.execute(there, "create extension pg_trgm");
        TestServer.execute(there, "create extension unaccent");
        return new ExternalDatabase(administrator, new ConnectionSettings(there.url(), name, PASSWORD), name);
    }

    /** The server, as who saves it sees it. */
    public DatabaseHost host() {
        return host;
    }

    /** Connections of the owner's. */
    public DataSource dataSource() {
        return owner.dataSource();
    }

    /** How PostgreSQL's own programs name it; the password is in {@link #environment}. */
    public String address() {
        Map<String, String> known = host.clientEnvironment();
        return "postgresql://" + name + "@" + known.get("PGHOST") + ":" + known.get("PGPORT") + "/" + name;
    }

    /** What their environment needs. */
    public Map<String, String> environment() {
        return Map.of("PGPASSWORD", PASSWORD);
    }

    @Override
    public void close() {
        TestServer.execute(administrator, "drop database if exists " + name + " with (force)");
        TestServer.execute(administrator, "drop role if exists " + name);
    }
}
