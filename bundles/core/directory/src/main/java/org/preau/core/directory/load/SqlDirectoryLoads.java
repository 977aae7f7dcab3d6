package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
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
import org.preau.api.persistence.Tx;
import org.preau.core.directory.DirectoryGeneration;
import org.preau.core.directory.Sql;

/** Opens loads on staging tables of their own, and clears away what crashed loads left. */
@Component
public final class SqlDirectoryLoads implements DirectoryLoads {
    private static final Duration LONGEST_LOAD = Duration.ofHours(2);
    private static final String OPEN =
            "insert into directory.load (id, feed, academy, complete, generated, checksum, state, opened_at) values (?, ?, ?, ?, ?, ?, 'STAGED', ?)";
    private static final String FORGOTTEN =
            "update directory.load set state = 'ABANDONED', ended_at = ? where state = 'STAGED' and opened_at < ? returning id";

    private final Tx tx;
    private final Audit audit;
    private final Events events;
    private final DirectoryGeneration generation;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public SqlDirectoryLoads(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Audit audit,
            @Reference Events events,
            @Reference DirectoryGeneration generation,
            @Reference Clock clock) {
        this.tx = tx;
        this.audit = audit;
        this.events = events;
        this.generation = generation;
        this.clock = clock;
    }

    @Override
    public DirectoryLoad open(LoadSource source, RecordForm form) {
        UUID id = Ids.next();
        Staging staging = new Staging(tx, id);
        tx.writeSql(connection -> {
            dropForgotten(connection);
            staging.create(connection);
            return Sql.update(
                    connection,
                    OPEN,
                    id,
                    source.feed(),
                    source.academy(),
                    source.complete(),
                    source.date(),
                    source.checksum(),
                    clock.instant());
        });
        return new SqlDirectoryLoad(
                tx, id, source, staging, new LoadTrace(audit, events, () -> tx.afterCommit(generation::next)), clock);
    }

    @Override
    public DirectoryLoad openUndo(UUID loadId, RecordForm form) {
        throw new UnsupportedOperationException("loads are not undone yet");
    }

    private void dropForgotten(Connection connection) throws SQLException {
        Instant now = clock.instant();
        for (UUID load : Sql.list(connection, FORGOTTEN, row -> Sql.uuid(row, "id"), now, now.minus(LONGEST_LOAD))) {
            Staging.drop(connection, load);
        }
    }
}
