package org.preau.core.connect.school;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.persistence.Tx;

/** Which sessions have chosen a school for which connector. Safe on any thread and node. */
@Component(service = SqlAsked.class)
public final class SqlAsked {
    private final Tx tx;
    private final Clock clock;

    /** Keeps it in the schema {@code connect}. */
    @Activate
    public SqlAsked(@Reference(target = "(preau.unit=connect)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** Whether this session has chosen. */
    public boolean contains(UUID session, String connector) {
        return tx.readSql(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select 1 from connect.school_asked where session_id = ? and connector = ?")) {
                query.setObject(1, session);
                query.setString(2, connector);
                return query.executeQuery().next();
            }
        });
    }

    /** This session has chosen. */
    public void add(UUID session, String connector) {
        tx.writeSql(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into connect.school_asked (session_id, connector, asked_at) values (?, ?, ?) on conflict do nothing")) {
                insert.setObject(1, session);
                insert.setString(2, connector);
                insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    /** These sessions are over. */
    void forget(List<UUID> sessions) {
        tx.writeSql(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from connect.school_asked where session_id = any (?)")) {
                delete.setArray(1, connection.createArrayOf("uuid", sessions.toArray()));
                return delete.executeUpdate();
            }
        });
    }
}
