package org.preau.core.persistence;

import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.preau.api.persistence.PersistenceUnit;
import org.preau.api.persistence.Tx;

/** A unit some bundle registered, on its way to being open. */
final class WaitingUnit {
    private static final String OURS = "org.preau.core.";

    private static final int STRANGERS_AT_ONCE = 4;

    private final PersistenceUnit unit;
    private final Bundle bundle;
    private @Nullable UnitTx tx;
    private @Nullable ServiceRegistration<Tx> registration;
    private volatile boolean open;
    private volatile String fault = "";
    private long nextTryNanos = System.nanoTime();

    WaitingUnit(PersistenceUnit unit, Bundle bundle) {
        this.unit = unit;
        this.bundle = bundle;
    }

    /** Name of the unit. */
    String name() {
        return unit.name();
    }

    /** Whether it is open. */
    boolean isOpen() {
        return open;
    }

    /** Why it could not be opened the last time, empty while it was not tried. */
    String fault() {
        return fault;
    }

    /** Whether the portal as a whole needs it. */
    boolean isVital() {
        return fault.isEmpty() || String.valueOf(bundle.getSymbolicName()).startsWith(OURS);
    }

    /** Whether it is time to try. */
    boolean isDue() {
        return !open && System.nanoTime() - nextTryNanos >= 0;
    }

    /** Notes that it could not be opened; {@code nanos} from now it is tried again. Tells whether this is news. */
    boolean failed(String why, long nanos) {
        boolean news = !fault.equals(why);
        fault = why;
        nextTryNanos = System.nanoTime() + nanos;
        return news;
    }

    /** Migrates and opens it, and offers its transactions as a service. */
    synchronized void open(PooledDatabase database, BundleContext context) {
        ClassLoader loader = unit.getClass().getClassLoader();
        UnitTx opened = database.open(unit.name(), unit.entities(), loader, bundle.getEntry("/"), scripts());
        tx = opened;
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(PersistenceUnit.UNIT, unit.name());
        fault = "";
        open = true;
        Tx offered = OwnDatabase.isOurs(bundle) ? opened : new SharedTx(opened, unit.name(), STRANGERS_AT_ONCE);
        registration = context.registerService(Tx.class, offered, properties);
    }

    /** Takes its transactions back and closes it. */
    synchronized void close() {
        open = false;
        ServiceRegistration<Tx> known = registration;
        registration = null;
        if (known != null) {
            known.unregister();
        }
        UnitTx opened = tx;
        tx = null;
        if (opened != null) {
            opened.close();
        }
    }

    private List<Script> scripts() {
        List<Script> scripts = new ArrayList<>();
        var entries = bundle.findEntries(Script.FOLDER, "*.sql", false);
        if (entries != null) {
            for (URL url : Collections.list(entries)) {
                scripts.add(new Script(url.getPath().replaceFirst("^/", ""), url));
            }
        }
        return scripts;
    }
}
