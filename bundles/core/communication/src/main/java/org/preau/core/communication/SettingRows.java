package org.preau.core.communication;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.communication.NewSetting;
import org.preau.api.communication.Preset;
import org.preau.api.communication.Setting;
import org.preau.api.persistence.Rows;

/** Rows of settings and of their history. */
final class SettingRows {
    private static final String COLUMNS = "structure_id, preset, widening, guardians, from_above, account_id, at";
    private static final String PUT =
            """
            insert into communication.setting (structure_id, preset, widening, guardians, from_above, account_id, at)
            values (?, ?, ?, ?::boolean, ?, ?, ?)
            on conflict (structure_id) do update
               set preset = excluded.preset, widening = excluded.widening, guardians = excluded.guardians,
                   from_above = excluded.from_above, account_id = excluded.account_id, at = excluded.at
            """;
    private static final String REMEMBER =
            """
            insert into communication.history (id, structure_id, preset, widening, guardians, from_above, account_id, at)
            values (?, ?, ?::text, ?, ?::boolean, ?, ?, ?)
            """;
    private static final String BELOW = "select " + COLUMNS
            + ", count(*) over () as total from communication.setting where structure_id = any (?::uuid[])"
            + " order by at desc, structure_id limit ? offset ?";
    private static final String HISTORY = "select " + COLUMNS
            + ", count(*) over () as total from communication.history where structure_id = ? order by id desc limit ? offset ?";

    private SettingRows() {}

    static List<Setting> all(Connection connection) throws SQLException {
        return Rows.list(connection, "select " + COLUMNS + " from communication.setting", SettingRows::setting);
    }

    static void put(Connection connection, Setting setting) throws SQLException {
        Optional<NewSetting> what = setting.setting();
        if (what.isPresent()) {
            Rows.update(
                    connection,
                    PUT,
                    setting.structureId(),
                    what.get().preset(),
                    what.get().wideningAllowed(),
                    what.get().guardiansTogether().orElse(null),
                    setting.fromAbove(),
                    setting.accountId(),
                    setting.at());
        } else {
            String delete = "delete from communication.setting where structure_id = ?";
            Rows.update(connection, delete, setting.structureId());
        }
        Rows.update(
                connection,
                REMEMBER,
                Ids.next(),
                setting.structureId(),
                what.map(each -> each.preset().name()).orElse(null),
                what.map(NewSetting::wideningAllowed).orElse(false),
                what.flatMap(NewSetting::guardiansTogether).orElse(null),
                setting.fromAbove(),
                setting.accountId(),
                setting.at());
    }

    static Page<Setting> below(Connection connection, Collection<UUID> structures, PageRequest page)
            throws SQLException {
        return page(connection, BELOW, structures, page.limit(), page.offset());
    }

    static Page<Setting> history(Connection connection, UUID structure, PageRequest page) throws SQLException {
        return page(connection, HISTORY, structure, page.limit(), page.offset());
    }

    private static Page<Setting> page(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        long[] total = {0};
        List<Setting> items = Rows.list(
                connection,
                sql,
                row -> {
                    total[0] = row.getLong("total");
                    return setting(row);
                },
                parameters);
        return new Page<>(items, total[0]);
    }

    private static Setting setting(ResultSet row) throws SQLException {
        String preset = row.getString("preset");
        Optional<Boolean> guardians = Optional.ofNullable(row.getObject("guardians", Boolean.class));
        boolean widening = row.getBoolean("widening");
        return new Setting(
                row.getObject("structure_id", UUID.class),
                Optional.ofNullable(preset).map(name -> new NewSetting(Preset.valueOf(name), widening, guardians)),
                row.getBoolean("from_above"),
                row.getObject("account_id", UUID.class),
                Optional.ofNullable(Rows.instant(row, "at")).orElseThrow());
    }
}
