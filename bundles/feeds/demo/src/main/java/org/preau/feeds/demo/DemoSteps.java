package org.preau.feeds.demo;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import org.preau.api.persistence.Tx;

/** Which parts of the demonstration this instance has: each is made once, whatever the number of nodes and of kills half-way. */
final class DemoSteps {
    private final Tx tx;
    private final Clock clock;

    DemoSteps(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    boolean done(String step) {
        return tx.readSql(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select 1 from demo.step where name = ?")) {
                query.setString(1, step);
                try (ResultSet found = query.executeQuery()) {
                    return found.next();
                }
            }
        });
    }

    /** Does the step and remembers it, in one transaction; nothing if it is done already. */
    void once(String step, Runnable work) {
        tx.writeSql(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into demo.step (name, done_at) values (?, ?) on conflict do nothing")) {
                insert.setString(1, step);
                insert.setTimestamp(2, Timestamp.from(clock.instant()));
                if (insert.executeUpdate() == 1) {
                    work.run();
                }
            }
            return 0;
        });
    }
}
