package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Events;
import org.preau.api.base.Ids;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.DirectoryLoads;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.persistence.Database;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.DirectoryGeneration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens loads on staging tables of their own, and clears away what crashed loads left. */
@Component
public final class SqlDirectoryLoads implements DirectoryLoads {
    private static final Logger log = LoggerFactory.getLogger(SqlDirectoryLoads.class);
    private static final String OPEN =
            "insert into directory.load (id, feed, academy, complete, generated, checksum, state, opened_at, undoes) values (?, ?, ?, ?, ?, ?, 'STAGED', ?, ?)";
    private static final String ABANDON =
            "update directory.load set state = 'ABANDONED', ended_at = ? where id = ? and state = 'STAGED'";
    /** Loads that have not ended, and loads that ended a moment before somebody died: their staging is dropped after their transaction. */
    private static final String PERHAPS_FORGOTTEN =
            """
            select id from directory.load where state = 'STAGED'
            union
            select split_part(tablename, '_', 2)::uuid from pg_tables
             where schemaname = 'directory' and tablename like 'stage\\_%\\_school'
            """;

    private final Tx tx;
    private final Database database;
    private final Audit audit;
    private final Events events;
    private final DirectoryGeneration generation;
    private final Clock clock;

    /** Takes its services; what a crash left is cleared away at once. */
    @Activate
    public SqlDirectoryLoads(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Database database,
            @Reference Audit audit,
            @Reference Events events,
            @Reference DirectoryGeneration generation,
            @Reference Clock clock) {
        this.tx = tx;
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.generation = generation;
        this.clock = clock;
        try {
            dropForgotten();
        } catch (RuntimeException e) {
            log.warn("what crashed loads left is cleared away later: {}", e.getMessage());
        }
    }

    @Override
    public DirectoryLoad open(LoadSource source, RecordForm form) {
        dropForgotten();
        return begin(source, form, null);
    }

    @Override
    public DirectoryLoad openUndo(UUID loadId, RecordForm form) {
        dropForgotten();
        Undoing.Applied undone = tx.readSql(connection -> Undoing.applied(connection, loadId));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LoadSource source = new LoadSource(undone.feed(), undone.academy(), false, today, "undo:" + loadId);
        SqlDirectoryLoad load = begin(source, form, loadId);
        try {
            load.stage(undone);
            return load;
        } catch (RuntimeException e) {
            load.close();
            throw e;
        }
    }

    private SqlDirectoryLoad begin(LoadSource source, RecordForm form, @Nullable UUID undoes) {
        UUID id = Ids.next();
        Staging staging = new Staging(tx, id);
        LoadLock lock = LoadLock.take(database, id);
        try {
            tx.writeSql(connection -> {
                staging.create(connection, !source.complete());
                return Rows.update(
                        connection,
                        OPEN,
                        id,
                        source.feed(),
                        source.academy(),
                        source.complete(),
                        source.date(),
                        source.checksum(),
                        clock.instant(),
                        undoes);
            });
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        LoadTrace trace = new LoadTrace(audit, events, () -> tx.afterCommit(generation::next));
        return new SqlDirectoryLoad(new LoadFrame(tx, id, source, undoes, staging, form), lock, trace, clock);
    }

    /** Removes the staging of every load whose lock nobody holds. */
    private void dropForgotten() {
        tx.writeSql(connection -> {
            for (UUID load : Rows.list(connection, PERHAPS_FORGOTTEN, row -> Rows.uuid(row, "id"))) {
                dropIfForgotten(connection, load, clock.instant());
            }
            return 0;
        });
    }

    private static void dropIfForgotten(Connection connection, UUID load, Instant now) throws SQLException {
        if (LoadLock.isFree(connection, load)) {
            Rows.update(connection, ABANDON, now, load);
            Staging.drop(connection, load);
        }
    }
}
