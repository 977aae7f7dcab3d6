package org.preau.core.persistence;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.Tx;

/** One database, used by the code of production; made when it is first asked for. */
public final class TestSession implements AutoCloseable {
    private static final int POOL_SIZE = 10;

    private final ConnectionSettings admin;
    private final boolean quick;
    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    private final List<UnitTx> units = new ArrayList<>();
    private @Nullable PooledDatabase database;

    TestSession(ConnectionSettings admin, boolean quick) {
        this.admin = admin;
        this.quick = quick;
    }

    /** Migrates and opens a unit with the scripts of the anchor's module. */
    public Tx open(String unit, Class<?> anchor, List<Class<?>> entities) {
        return open(unit, anchor, anchor.getClassLoader(), entities);
    }

    /** The same with one entity of another class loader. */
    Tx open(String unit, Class<?> anchor, Class<?> entity) {
        return open(unit, anchor, entity.getClassLoader(), List.of(entity));
    }

    private synchronized Tx open(String unit, Class<?> anchor, ClassLoader loader, List<Class<?>> entities) {
        URL root = anchor.getProtectionDomain().getCodeSource().getLocation();
        if (database == null && quick) {
            TestTemplates.create(admin, name, unit, root);
            database = connected();
        }
        UnitTx tx = pooled().open(unit, entities, loader, root, TestTemplates.scripts(root));
        units.add(tx);
        return tx;
    }

    /** Closes the units, not the database. */
    void closeUnits() {
        units.forEach(UnitTx::close);
        units.clear();
    }

    /** The database itself. */
    public Database database() {
        return pooled();
    }

    private synchronized PooledDatabase pooled() {
        PooledDatabase known = database;
        if (known == null) {
            TestServer.createEmpty(admin, name);
            known = connected();
            database = known;
        }
        return known;
    }

    private PooledDatabase connected() {
        ConnectionPool pool = new ConnectionPool(POOL_SIZE, () -> {});
        pool.connect(TestServer.on(admin, name));
        return new PooledDatabase(pool);
    }

    @Override
    public synchronized void close() {
        closeUnits();
        if (database != null) {
            database.close();
            TestServer.execute(admin, "drop database if exists " + name + " with (force)");
        }
    }
}
