package org.preau.core.event;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.preau.api.persistence.Tx;

/** The events in the database. */
final class EventStore {
    /** The channel on which ids of committed events are told to the other nodes. */
    static final String CHANNEL = "preau_event";

    private final Tx tx;

    EventStore(Tx tx) {
        this.tx = tx;
    }

    /** Keeps an event and has its id told at the commit; joins the running transaction. */
    long add(String type, String body, Instant at) {
        return tx.writeSql(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    """
                    with added as (
                        insert into event.entry (type, body, published_at) values (?, ?::jsonb, ?) returning id)
                    select id, pg_notify(?, id::text) from added""")) {
                insert.setString(1, type);
                insert.setString(2, body);
                insert.setTimestamp(3, Timestamp.from(at));
                insert.setString(4, CHANNEL);
                try (ResultSet rows = insert.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** The events of these ids that are still kept. */
    List<StoredEvent> of(Collection<Long> ids) {
        return tx.readSql(connection -> {
            Array wanted = connection.createArrayOf("bigint", ids.toArray());
            try (PreparedStatement select = connection.prepareStatement(
                    "select id, type, body::text from event.entry where id = any (?) order by id")) {
                select.setArray(1, wanted);
                return read(select);
            }
        });
    }

    /** The events published since then, at most so many, oldest first. */
    List<StoredEvent> since(Instant then, int limit) {
        return tx.readSql(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select id, type, body::text from event.entry where published_at >= ? order by published_at, id limit ?")) {
                select.setTimestamp(1, Timestamp.from(then));
                select.setInt(2, limit);
                return read(select);
            }
        });
    }

    /** Drops what was published before then. */
    int purge(Instant before) {
        return tx.writeSql((Connection connection) -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from event.entry where published_at < ?")) {
                delete.setTimestamp(1, Timestamp.from(before));
                return delete.executeUpdate();
            }
        });
    }

    private static List<StoredEvent> read(PreparedStatement select) throws SQLException {
        List<StoredEvent> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new StoredEvent(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }
}
