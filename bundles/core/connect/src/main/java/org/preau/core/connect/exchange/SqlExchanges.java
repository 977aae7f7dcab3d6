package org.preau.core.connect.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The exchanges in the database, shared by all nodes: seven days, the last 500 of each connector. Safe on any thread. */
@Component(service = SqlExchanges.class)
public final class SqlExchanges {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int KEPT_OF_A_CONNECTOR = 500;

    private final Tx tx;
    private final Clock clock;

    /** Keeps them in the schema {@code connect}. */
    @Activate
    public SqlExchanges(@Reference(target = "(preau.unit=connect)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * A kind of exchange.
     *
     * @param connector id of the connector; empty when not known
     * @param step what was done
     * @param refused why not, or nothing when it worked
     */
    record Kind(String connector, String step, Optional<String> refused) {}

    /**
     * An exchange, or several alike within a second.
     *
     * @param at when
     * @param times how often
     */
    record Entry(Instant at, Kind kind, int times) {}

    /** Writes what was counted, and forgets what is beyond the bounds. */
    void write(Map<Kind, Integer> counted) {
        Instant now = clock.instant();
        List<@Nullable Object[]> rows = new ArrayList<>();
        TreeSet<String> touched = new TreeSet<>();
        counted.forEach((kind, times) -> {
            rows.add(new @Nullable Object[] {
                kind.connector(), now, kind.step(), kind.refused().orElse(null), times
            });
            touched.add(kind.connector());
        });
        tx.writeSql(connection -> {
            Rows.batch(
                    connection,
                    "insert into connect.exchange (connector, at, step, refused, times) values (?, ?, ?, ?::text, ?)",
                    rows);
            trim(connection, touched);
            return rows.size();
        });
    }

    /** Forgets what is too old; for connectors that nobody calls any more. */
    void forget() {
        tx.writeSql(connection -> Rows.update(
                connection,
                "delete from connect.exchange where at < ?",
                clock.instant().minus(KEPT)));
    }

    /** The latest exchanges of a connector first. */
    List<Entry> latest(String connector, int most) {
        return tx.readSql(sql -> Rows.list(
                sql,
                "select at, step, refused, times from connect.exchange where connector = ? order by id desc limit ?",
                row -> {
                    Instant at = Rows.instant(row, "at");
                    return new Entry(
                            at == null ? Instant.EPOCH : at,
                            new Kind(connector, row.getString("step"), Optional.ofNullable(row.getString("refused"))),
                            row.getInt("times"));
                },
                connector,
                most));
    }

    private static void trim(Connection connection, TreeSet<String> touched) throws SQLException {
        for (String connector : touched) {
            Rows.update(
                    connection,
                    """
                    delete from connect.exchange where connector = ? and id <= (
                        select id from connect.exchange where connector = ? order by id desc offset ? limit 1)
                    """,
                    connector,
                    connector,
                    KEPT_OF_A_CONNECTOR);
        }
    }
}
