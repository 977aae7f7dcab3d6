package org.preau.core.connect.merge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.persistence.Tx;

/**
 * After a merge the surviving account keeps at each connector the identifier that was used last; the other stays with the alias. Each act may come several times, once a node: only the first does
 * anything. Safe on any thread.
 */
@Component(service = SqlMergedIdentifiers.class)
public final class SqlMergedIdentifiers {
    private static final String NOTE =
            """
            insert into connect.merged (connector, kept_id, alias_id, exchanged, merged_at)
            select a.connector, ?, ?, k.account_id is null or a.last_used > k.last_used, ?
              from connect.pairwise a
              left join connect.pairwise k on k.connector = a.connector and k.account_id = ?
             where a.account_id = ?
            on conflict do nothing
            returning connector, exchanged
            """;
    private static final String FORGET =
            "delete from connect.merged where kept_id = ? and alias_id = ? returning connector, exchanged";
    private static final String PARK =
            "update connect.pairwise set account_id = gen_random_uuid() where connector = ? and account_id = ? returning account_id";
    private static final String MOVE =
            "update connect.pairwise set account_id = ? where connector = ? and account_id = ?";

    private final Tx tx;
    private final Clock clock;

    /** Works on the schema {@code connect}. */
    @Activate
    public SqlMergedIdentifiers(@Reference(target = "(preau.unit=connect)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** Two accounts became one. */
    void merged(UUID kept, UUID alias) {
        tx.writeSql(connection -> {
            exchange(connection, kept, alias, NOTE, kept, alias, clock.instant().atOffset(ZoneOffset.UTC), kept, alias);
            return 0;
        });
    }

    /** They are two again. */
    void parted(UUID kept, UUID alias) {
        tx.writeSql(connection -> {
            exchange(connection, kept, alias, FORGET, kept, alias);
            return 0;
        });
    }

    private static void exchange(Connection connection, UUID kept, UUID alias, String which, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(which)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean("exchanged")) {
                        exchange(connection, rows.getString("connector"), kept, alias);
                    }
                }
            }
        }
    }

    /** The row of each goes to the other, by way of an account that is nobody's: one connector knows an account once. */
    private static void exchange(Connection connection, String connector, UUID kept, UUID alias) throws SQLException {
        UUID parked = null;
        try (PreparedStatement park = connection.prepareStatement(PARK)) {
            park.setString(1, connector);
            park.setObject(2, kept);
            try (var row = park.executeQuery()) {
                if (row.next()) {
                    parked = row.getObject(1, UUID.class);
                }
            }
        }
        move(connection, connector, alias, kept);
        if (parked != null) {
            move(connection, connector, parked, alias);
        }
    }

    private static void move(Connection connection, String connector, UUID from, UUID to) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setObject(1, to);
            move.setString(2, connector);
            move.setObject(3, from);
            move.executeUpdate();
        }
    }
}
