package org.preau.core.connect.suspension;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorSwitch;
import org.preau.api.connector.ConnectorSwitched;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.connect.ConnectEndpoint;

/** The suspended connectors, kept in the database and answered from this node's memory. Safe on any thread. */
@Component(service = {ConnectorSwitch.class, SqlSuspensions.class})
public final class SqlSuspensions implements ConnectorSwitch {
    private static final Texts TEXTS = Texts.of(ConnectEndpoint.class);

    private final Tx tx;
    private final Events events;
    private final Audit audit;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Set<String> known;

    /** Reads nothing yet. */
    @Activate
    public SqlSuspensions(
            @Reference(target = "(preau.unit=connect)") Tx tx,
            @Reference Events events,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.tx = tx;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public int suspend(Subject by, String connectorId, boolean exercise) {
        check(connectorId);
        return tx.writeSql(connection -> {
            int visits = (int) Rows.count(
                    connection,
                    "select count(*) from connect.visit where connector = ? and state = 'OPEN'",
                    connectorId);
            if (!exercise) {
                Rows.update(
                        connection,
                        "insert into connect.suspended (connector, by_account, since) values (?, ?, ?) on conflict do nothing",
                        connectorId,
                        by.accountId(),
                        clock.instant());
                told(connectorId, true);
            }
            audit.record(
                    by,
                    "security.suspend-connector",
                    "connector:" + connectorId,
                    Map.of("exercise", String.valueOf(exercise), "count", String.valueOf(visits)));
            return visits;
        });
    }

    @Override
    public void resume(Subject by, String connectorId) {
        check(connectorId);
        tx.writeSql(connection -> {
            int resumed = Rows.update(connection, "delete from connect.suspended where connector = ?", connectorId);
            if (resumed == 1) {
                told(connectorId, false);
                audit.record(by, "security.resume-connector", "connector:" + connectorId, Map.of());
            }
            return resumed;
        });
    }

    @Override
    public Set<String> suspended() {
        Set<String> read = known;
        if (read == null) {
            long mark = changes.get();
            read = tx.readSql(connection -> Set.copyOf(
                    Rows.list(connection, "select connector from connect.suspended", row -> row.getString(1))));
            keep(read, mark);
        }
        return read;
    }

    /** Something changed on some node: reads them anew when somebody asks. */
    public synchronized void changed() {
        changes.incrementAndGet();
        known = null;
    }

    /** What was read before a change is not kept after it. */
    private synchronized void keep(Set<String> read, long mark) {
        if (changes.get() == mark) {
            known = read;
        }
    }

    private void told(String connectorId, boolean suspended) {
        tx.afterCommit(this::changed);
        events.publish(new ConnectorSwitched(connectorId, suspended));
    }

    /** Any connector's id: it can be suspended before it comes, and while its bundle is gone. */
    private static void check(String connectorId) {
        if (!connectorId.matches("[a-z0-9_]{1,80}")) {
            throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "connect.unknown");
        }
    }
}
