package org.preau.core.extensions;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Ids;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.extension.Contribution;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.PastAct;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The tables of extensions. What writes joins the caller's transaction. Safe on any thread. */
@Component(service = ExtensionStore.class)
public final class ExtensionStore {
    private final Tx tx;

    /** On that unit. */
    @Activate
    public ExtensionStore(@Reference(target = "(preau.unit=" + ExtensionsUnit.NAME + ")") Tx tx) {
        this.tx = tx;
    }

    /**
     * What is known of one.
     *
     * @param removedAt when it was taken away, null while it is here
     */
    record Known(
            String id,
            String version,
            String name,
            ExtensionSource source,
            Instant since,
            @Nullable Instant removedAt) {}

    /** One that came. */
    record Arrival(String id, String version, String name, ExtensionSource source, String sha256, @Nullable UUID by) {}

    Tx tx() {
        return tx;
    }

    /** All that are or were here: some dozens. */
    Map<String, Known> all() {
        Map<String, Known> all = new HashMap<>();
        tx.readSql(connection -> Rows.list(
                        connection,
                        "select id, version, name, source, since, removed_at from extensions.extension",
                        ExtensionStore::known))
                .forEach(each -> all.put(each.id(), each));
        return all;
    }

    void arrived(Arrival what, Instant at) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into extensions.extension (id, version, name, source, sha256, by_account, since)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set version = excluded.version,"
                        + " name = excluded.name, source = excluded.source, sha256 = excluded.sha256,"
                        + " by_account = excluded.by_account, since = excluded.since, removed_at = null",
                what.id(),
                what.version(),
                what.name(),
                what.source(),
                what.sha256(),
                what.by(),
                at));
    }

    /** Notes that it went; one that was never noted is noted now, so that its data are found. */
    void went(String id, String version, Instant at) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into extensions.extension (id, version, name, source, sha256, since, removed_at)"
                        + " values (?, ?, ?, ?, '', ?, ?) on conflict (id) do update set removed_at = excluded.removed_at",
                id,
                version,
                id,
                ExtensionSource.DEPLOY_FOLDER,
                at,
                at));
    }

    /** Adds what it brings to what it ever brought. */
    void brought(String id, Collection<Contribution> parts) {
        tx.writeSql(connection -> {
            Rows.batch(
                    connection,
                    "insert into extensions.part (extension_id, kind, name) values (?, ?, ?) on conflict do nothing",
                    parts.stream()
                            .map(part -> new @Nullable Object[] {id, part.kind(), part.name()})
                            .toList());
            return 0;
        });
    }

    /** What it ever brought. */
    List<Contribution> parts(String id) {
        return tx.readSql(connection -> Rows.list(
                connection,
                "select kind, name from extensions.part where extension_id = ? order by kind, name",
                row -> new Contribution(row.getString(1), row.getString(2)),
                id));
    }

    void forget(String id) {
        tx.writeSql(connection -> Rows.update(connection, "delete from extensions.extension where id = ?", id));
    }

    void act(PastAct act) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into extensions.act (id, at, act, extension_id, version, before, why_fr, why_en, by_account)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                act.at(),
                act.act(),
                act.id(),
                act.version(),
                act.before(),
                act.why().fr(),
                act.why().en(),
                act.byAccount()));
    }

    /** The story of one, or of all (empty id), the latest first. */
    Page<PastAct> history(String id, PageRequest page) {
        return tx.readSql(connection -> new Page<>(
                Rows.list(
                        connection,
                        "select at, act, extension_id, version, before, why_fr, why_en, by_account from extensions.act"
                                + " where ? = '' or extension_id = ? order by at desc, id desc limit ? offset ?",
                        ExtensionStore::act,
                        id,
                        id,
                        page.limit(),
                        page.offset()),
                count(connection, id)));
    }

    private static long count(Connection connection, String id) throws SQLException {
        return Rows.count(connection, "select count(*) from extensions.act where ? = '' or extension_id = ?", id, id);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString("id"),
                row.getString("version"),
                row.getString("name"),
                ExtensionSource.valueOf(row.getString("source")),
                Optional.ofNullable(Rows.instant(row, "since")).orElse(Instant.EPOCH),
                Rows.instant(row, "removed_at"));
    }

    private static PastAct act(ResultSet row) throws SQLException {
        return new PastAct(
                Optional.ofNullable(Rows.instant(row, "at")).orElse(Instant.EPOCH),
                row.getString("act"),
                row.getString("extension_id"),
                row.getString("version"),
                row.getString("before"),
                new LocalizedText(row.getString("why_fr"), row.getString("why_en")),
                row.getObject("by_account", UUID.class));
    }
}
