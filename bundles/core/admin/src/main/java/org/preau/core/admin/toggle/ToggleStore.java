package org.preau.core.admin.toggle;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The toggles in the database. */
final class ToggleStore {
    private final Tx tx;

    ToggleStore(Tx tx) {
        this.tx = tx;
    }

    /** Everything that is off: a few thousand rows in a whole académie. */
    Switches all() {
        return tx.readSql(connection -> {
            Map<String, Set<UUID>> off = new HashMap<>();
            try (PreparedStatement query =
                            connection.prepareStatement("select item, scope_id from toggle.switched_off");
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    off.computeIfAbsent(rows.getString(1), item -> new HashSet<>())
                            .add(rows.getObject(2, UUID.class));
                }
            }
            return new Switches(off);
        });
    }

    void off(Subject by, String item, Scope scope, Instant at) {
        tx.writeSql(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into toggle.switched_off (scope_id, item, scope_kind, account_id, at)"
                            + " values (?, ?, ?, ?, ?) on conflict do nothing")) {
                insert.setObject(1, scope.id());
                insert.setString(2, item);
                insert.setString(3, scope.kind().name());
                insert.setObject(4, by.accountId());
                insert.setTimestamp(5, Timestamp.from(at));
                return insert.executeUpdate();
            }
        });
    }

    void on(String item, Scope scope) {
        tx.writeSql(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from toggle.switched_off where scope_id = ? and item = ?")) {
                delete.setObject(1, scope.id());
                delete.setString(2, item);
                return delete.executeUpdate();
            }
        });
    }

    Set<String> hiddenBy(UUID accountId) {
        return hidden("select item from toggle.hidden where account_id = ?", accountId);
    }

    private Set<String> hidden(String sql, UUID id) {
        return tx.readSql(connection -> {
            Set<String> items = new HashSet<>();
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, id);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        items.add(rows.getString(1));
                    }
                }
            }
            return Set.copyOf(items);
        });
    }

    void hide(Subject by, String item, boolean hidden) {
        tx.writeSql(connection -> {
            try (PreparedStatement change = connection.prepareStatement(
                    hidden
                            ? "insert into toggle.hidden (account_id, item, person_id) values (?, ?, ?) on conflict do nothing"
                            : "delete from toggle.hidden where account_id = ? and item = ?")) {
                change.setObject(1, Objects.requireNonNull(by.accountId()));
                change.setString(2, item);
                if (hidden) {
                    change.setObject(3, Objects.requireNonNull(by.personId()));
                }
                return change.executeUpdate();
            }
        });
    }

    /** Forgets what was switched or hidden about an item that there is no more. */
    void forget(String item) {
        tx.writeSql(connection -> Rows.update(connection, "delete from toggle.switched_off where item = ?", item)
                + Rows.update(connection, "delete from toggle.hidden where item = ?", item));
    }

    /** Forgets what a person hides; joins the running transaction. */
}
