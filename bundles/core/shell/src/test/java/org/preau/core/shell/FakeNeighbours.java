package org.preau.core.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preau.api.app.Toggles;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSessions;
import org.preau.testkit.StandIn;

/** A portal around the shell, in memory. */
public final class FakeNeighbours extends Neighbours {
    /** Its sessions. */
    public final FakeSessions sessions = new FakeSessions();
    /** Whether the session part is there. */
    public boolean sessionsThere = true;
    /** Items that are switched off. */
    public final Set<String> off = new HashSet<>();
    /** Faults noted. */
    public final List<String> faults = new ArrayList<>();
    /** Children of every guardian. */
    public final List<Child> children = new ArrayList<>();
    /** Memberships of everybody. */
    public final List<Membership> memberships = new ArrayList<>();
    /** Connectors of everybody. */
    public final List<ConnectorStatus> connectors = new ArrayList<>();
    /** The shell's data, where there are any. */
    public @Nullable Tx tx;

    /** As at first. */
    public void reset() {
        sessionsThere = true;
        sessions.contexts.clear();
        sessions.touched.clear();
        List.of(off, faults, children, memberships, connectors).forEach(java.util.Collection::clear);
    }

    @Override
    public Optional<PortalSessions> sessions() {
        return sessionsThere ? Optional.of(sessions) : Optional.empty();
    }

    @Override
    public Optional<Tx> tx() {
        return Optional.ofNullable(tx);
    }

    @Override
    public Optional<Toggles> toggles() {
        return Optional.of(StandIn.of(Toggles.class, (name, arguments) -> !off.contains(arguments[0])));
    }

    @Override
    public Optional<Directory> directory() {
        return Optional.of(StandIn.of(
                Directory.class,
                (name, arguments) -> name.equals("childrenOf") ? List.copyOf(children) : List.copyOf(memberships)));
    }

    @Override
    public Optional<ConnectorCatalogue> connectors() {
        return Optional.of(StandIn.of(ConnectorCatalogue.class, (name, arguments) -> List.copyOf(connectors)));
    }

    @Override
    public String fault(String part, Throwable cause) {
        faults.add(part + ": " + cause.getMessage());
        return "F-TEST-" + faults.size();
    }
}
