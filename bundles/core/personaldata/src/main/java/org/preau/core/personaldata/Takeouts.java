package org.preau.core.personaldata;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Ids;
import org.preau.api.job.Jobs;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.api.storage.FileStore;

/** Archives that people asked for: one an account, made by {@link TakeoutJob}, kept a week. */
@Component(service = Takeouts.class)
public final class Takeouts {
    /** Owner of the archives in the file store. */
    static final String OWNER = "personaldata";

    private static final String ASK =
            """
            insert into personaldata.takeout (id, account_id, person_id, state, asked_at) values (?, ?, ?, 'ASKED', ?)
            on conflict (account_id) do nothing
            """;

    private final Tx tx;
    private final Jobs jobs;
    private final FileStore files;
    private final Audit audit;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public Takeouts(
            @Reference(target = PersonalUnit.TARGET) Tx tx,
            @Reference Jobs jobs,
            @Reference FileStore files,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.tx = tx;
        this.jobs = jobs;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** The user's last archive that is not over, if there is one. */
    Optional<Takeout> of(UUID accountId) {
        return one("select * from personaldata.takeout where account_id = ? and asked_at > ?", accountId, oldest());
    }

    /** An archive by its id. */
    Optional<Takeout> byId(UUID id) {
        return one("select * from personaldata.takeout where id = ? and asked_at > ?", id, oldest());
    }

    /** Has an archive made for the user; one that is being made goes on, one that is ready is replaced. */
    void ask(PortalSession session) {
        Optional<Takeout> before = of(session.accountId());
        if (before.filter(takeout -> takeout.state() == Takeout.State.ASKED).isPresent()) {
            return;
        }
        UUID id = Ids.next();
        boolean asked = tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "delete from personaldata.takeout where account_id = ? and (state <> 'ASKED' or asked_at <= ?)",
                    session.accountId(),
                    oldest());
            if (Rows.update(connection, ASK, id, session.accountId(), session.personId(), clock.instant()) == 0) {
                return false;
            }
            audit.record(session.subject(), "data.takeout", "account:" + session.accountId(), Map.of());
            jobs.schedule(TakeoutJob.NAME, id.toString(), clock.instant());
            return true;
        });
        if (asked) {
            before.ifPresent(takeout -> files.delete(OWNER, takeout.key()));
        }
    }

    /** Opens the archive of this user; nothing when it is not ready or another's. */
    Optional<InputStream> open(PortalSession session, Takeout takeout) {
        if (takeout.state() != Takeout.State.READY || !takeout.accountId().equals(session.accountId())) {
            return Optional.empty();
        }
        Optional<InputStream> content = files.open(OWNER, takeout.key());
        if (content.isPresent()) {
            tx.writeSql(connection -> {
                audit.record(session.subject(), "data.takeout.fetch", "account:" + session.accountId(), Map.of());
                return true;
            });
        }
        return content;
    }

    /** Notes how the making ended. */
    void done(UUID id, Takeout.State state, long size, List<String> missing) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "update personaldata.takeout set state = ?, done_at = ?, size = ?, missing = ?::text[] where id = ?",
                state,
                clock.instant(),
                size,
                missing,
                id));
    }

    /** Deletes what is over. */
    void purge() {
        tx.writeSql(connection ->
                Rows.update(connection, "delete from personaldata.takeout where asked_at <= ?", oldest()));
        files.list(OWNER, "", 10_000).stream()
                .filter(file ->
                        byId(UUID.fromString(file.key().replace(".zip", ""))).isEmpty())
                .forEach(file -> files.delete(OWNER, file.key()));
    }

    private Instant oldest() {
        return clock.instant().minus(Takeout.KEPT);
    }

    private Optional<Takeout> one(String sql, Object... parameters) {
        return tx.readSql(connection -> Rows.first(connection, sql, Takeouts::takeout, parameters));
    }

    private static Takeout takeout(ResultSet row) throws SQLException {
        return new Takeout(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "account_id"),
                Rows.uuid(row, "person_id"),
                Takeout.State.valueOf(row.getString("state")),
                Objects.requireNonNull(Rows.instant(row, "asked_at")),
                Rows.instant(row, "done_at"),
                row.getLong("size"),
                Arrays.asList((String[]) row.getArray("missing").getArray()));
    }
}
