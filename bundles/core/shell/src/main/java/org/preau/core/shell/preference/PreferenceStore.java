package org.preau.core.shell.preference;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalException;
import org.preau.core.shell.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the preferences of accounts. While the database is away pages look as they do at first. */
@Component(service = PreferenceStore.class)
public class PreferenceStore {
    private static final Logger log = LoggerFactory.getLogger(PreferenceStore.class);

    private final Neighbours neighbours;

    /** Called by the component runtime. */
    @Activate
    public PreferenceStore(@Reference Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** What this account prefers. */
    public Preferences of(UUID accountId) {
        try {
            return neighbours
                    .tx()
                    .map(tx -> tx.<Preferences>readSql(connection -> {
                        try (PreparedStatement select = connection.prepareStatement(
                                "select font, size, contrast from shell.preference where account_id = ?")) {
                            select.setObject(1, accountId);
                            try (ResultSet row = select.executeQuery()) {
                                return row.next()
                                        ? new Preferences(row.getString(1), row.getInt(2), row.getString(3))
                                        : Preferences.DEFAULT;
                            }
                        }
                    }))
                    .orElse(Preferences.DEFAULT);
        } catch (PortalException e) {
            log.debug("preferences cannot be read now", e);
            return Preferences.DEFAULT;
        }
    }

    /** Keeps what this account prefers from now on. */
    public void save(UUID accountId, Preferences preferences) {
        neighbours
                .tx()
                .ifPresent(tx -> tx.writeSql(connection -> {
                    try (PreparedStatement upsert = connection.prepareStatement(
                            "insert into shell.preference (account_id, font, size, contrast) values (?, ?, ?, ?) on conflict (account_id)"
                                    + " do update set font = excluded.font, size = excluded.size, contrast = excluded.contrast")) {
                        upsert.setObject(1, accountId);
                        upsert.setString(2, preferences.font());
                        upsert.setInt(3, preferences.size());
                        upsert.setString(4, preferences.contrast());
                        return upsert.executeUpdate();
                    }
                }));
    }
}
