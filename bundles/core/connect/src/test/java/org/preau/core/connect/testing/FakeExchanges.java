package org.preau.core.connect.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.preau.api.connector.Exchanges;

/** Exchanges in memory, a line each. */
public final class FakeExchanges implements Exchanges {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** What was noted: {@code connector step}, and {@code : reason} for what was refused. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void done(String connectorId, String step) {
        lines.add(connectorId + " " + step);
    }

    @Override
    public void refused(String connectorId, String step, String reason) {
        lines.add(connectorId + " " + step + ": " + reason);
    }
}
