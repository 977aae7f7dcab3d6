package org.preau.core.directory.structure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Ids;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.HandAct;
import org.preau.api.persistence.Rows;

/** Writes down what was done by hand, so that the last act on a structure or group can be undone. */
final class HandActs {
    private static final String INSERT =
            """
            insert into directory.hand_act (id, target_id, action, touched, ids, profiles, before, account_id, at)
            values (?, ?, ?, ?, ?::uuid[], ?::text[], ?, ?, ?)
            """;
    private static final String READ =
            "select id, target_id, action, touched, ids, profiles, before, account_id, at, undone_at from directory.hand_act";

    private final Clock clock;
    private final Texts texts;

    HandActs(Clock clock, Texts texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** An act with what its undo needs. */
    record Kept(HandAct act, List<UUID> ids, List<String> profiles, String before, boolean undone) {}

    HandAct write(
            Connection connection,
            Subject by,
            UUID target,
            String action,
            Collection<UUID> ids,
            Collection<String> profiles,
            String before)
            throws SQLException {
        HandAct act = new HandAct(Ids.next(), target, action, ids.size(), by.accountId(), clock.instant());
        Rows.update(
                connection,
                INSERT,
                act.id(),
                target,
                action,
                ids.size(),
                ids,
                profiles,
                before,
                by.accountId(),
                act.at());
        return act;
    }

    Optional<Kept> last(Connection connection, UUID target) throws SQLException {
        return Rows.first(
                connection,
                READ + " where target_id = ? and undone_at is null order by id desc limit 1",
                HandActs::kept,
                target);
    }

    Kept byId(Connection connection, UUID id) throws SQLException {
        return Rows.first(connection, READ + " where id = ?", HandActs::kept, id)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, texts, "act.unknown", id));
    }

    /** Takes the act for undoing; refused unless it is the last one there. */
    void take(Connection connection, Kept kept) throws SQLException {
        boolean last = last(connection, kept.act().targetId())
                .filter(each -> each.act().id().equals(kept.act().id()))
                .isPresent();
        int taken = last
                ? Rows.update(
                        connection,
                        "update directory.hand_act set undone_at = ? where id = ? and undone_at is null",
                        clock.instant(),
                        kept.act().id())
                : 0;
        if (taken == 0) {
            throw new PortalException(ErrorCode.CONFLICT, texts, "act.not_last");
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        HandAct act = new HandAct(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "target_id"),
                row.getString("action"),
                row.getInt("touched"),
                row.getObject("account_id", UUID.class),
                row.getTimestamp("at").toInstant());
        return new Kept(
                act,
                Arrays.asList((UUID[]) row.getArray("ids").getArray()),
                Arrays.asList((String[]) row.getArray("profiles").getArray()),
                row.getString("before"),
                row.getObject("undone_at") != null);
    }
}
