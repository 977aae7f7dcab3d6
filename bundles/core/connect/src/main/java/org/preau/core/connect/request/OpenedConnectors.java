package org.preau.core.connect.request;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;
import org.preau.core.connect.ChangeNotices;
import org.preau.core.connect.ConnectorSource;
import org.preau.core.connect.file.ConnectorFile;

/** The connectors that requests opened, in this node's memory: read when somebody asks for the first time, and after a change on any node. Safe on any thread. */
@Component(service = {ConnectorSource.class, PortalEventListener.class, OpenedConnectors.class})
public final class OpenedConnectors implements ConnectorSource, PortalEventListener<RequestsChanged> {
    private final Tx tx;
    private final Keys keys;
    private final Structures structures;
    private final ChangeNotices notices;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable List<ConnectorFile> known;

    /** Reads nothing yet. */
    @Activate
    public OpenedConnectors(
            @Reference(target = "(preau.unit=connect)") Tx tx,
            @Reference Keys keys,
            @Reference Structures structures,
            @Reference ChangeNotices notices) {
        this.tx = tx;
        this.keys = keys;
        this.structures = structures;
        this.notices = notices;
    }

    @Override
    public List<ConnectorFile> all() {
        List<ConnectorFile> read = known;
        if (read == null) {
            long mark = changes.get();
            read = read();
            keep(read, mark);
        }
        return read;
    }

    @Override
    public Class<RequestsChanged> type() {
        return RequestsChanged.class;
    }

    @Override
    public void on(RequestsChanged event) {
        changed(event.connectorId());
    }

    /** Reads again when somebody asks. */
    void changed(String connectorId) {
        forget();
        notices.publish("connector:" + connectorId);
    }

    private synchronized void forget() {
        changes.incrementAndGet();
        known = null;
    }

    /** What was read before a change is not kept after it. */
    private synchronized void keep(List<ConnectorFile> read, long mark) {
        if (changes.get() == mark) {
            known = read;
        }
    }

    /** One that is open to structures which the directory does not know any more is open to nobody. */
    private List<ConnectorFile> read() {
        List<ConnectorFile> files = new ArrayList<>();
        for (SqlRequests.Open open : tx.readSql(SqlRequests::open)) {
            List<String> codes = open.openedTo().stream()
                    .flatMap(id -> structures.byId(id).stream())
                    .map(Structure::code)
                    .sorted()
                    .toList();
            if (!codes.isEmpty()) {
                files.add(RequestedFile.read(open.connectorId(), RequestedFile.opened(open.sealed(), keys), codes));
            }
        }
        return List.copyOf(files);
    }
}
