package org.preau.core.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.CounterSwitch;

/** The closed counters, in this node's memory: read when somebody asks for the first time, and after a change. */
@Component(service = {CounterSwitch.class, PortalEventListener.class, ClosedCounters.class})
public final class ClosedCounters implements CounterSwitch, PortalEventListener<CountersSwitched> {
    private final Tx tx;
    private volatile @Nullable Set<String> known;

    /** For the service registry. */
    @Activate
    public ClosedCounters(@Reference(target = "(preau.unit=security)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public boolean closed(String counter) {
        return all().contains(counter);
    }

    /** All of them. */
    Set<String> all() {
        Set<String> read = known;
        if (read == null) {
            read = read();
            known = read;
        }
        return read;
    }

    /** Reads them anew when somebody asks. */
    void changed() {
        known = null;
    }

    @Override
    public Class<CountersSwitched> type() {
        return CountersSwitched.class;
    }

    @Override
    public void on(CountersSwitched event) {
        changed();
    }

    private Set<String> read() {
        return tx.readSql(connection -> Set.copyOf(
                Rows.list(connection, "select counter from security.closed_counter", row -> row.getString(1))));
    }
}
