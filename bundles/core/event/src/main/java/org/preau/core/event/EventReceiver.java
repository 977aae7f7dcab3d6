package org.preau.core.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.preau.api.persistence.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears, on a connection and a thread of its own, what other nodes publish; after a broken connection it re-reads what it missed. */
final class EventReceiver {
    private static final Logger log = LoggerFactory.getLogger(EventReceiver.class);
    private static final int WAIT_MILLIS = 10_000;
    private static final int RETRY_MILLIS = 1_000;
    private static final int SECONDS_TO_ANSWER = 2;
    private static final int MOST_MISSED = 10_000;
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

    private final Database database;
    private final EventStore store;
    private final SeenEvents seen;
    private final Consumer<StoredEvent> sink;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "preau-event-receiver");
    private volatile boolean ended;
    private volatile @Nullable Connection connection;
    private Instant missedSince;

    /**
     * A receiver that does not run yet.
     *
     * @param sink told of each event of another node once
     */
    EventReceiver(Database database, EventStore store, SeenEvents seen, Consumer<StoredEvent> sink, Clock clock) {
        this.database = database;
        this.store = store;
        this.seen = seen;
        this.sink = sink;
        this.clock = clock;
        this.missedSince = clock.instant();
    }

    /** Begins to listen. */
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends; waits a short while. */
    void end() {
        ended = true;
        thread.interrupt();
        close();
        try {
            thread.join(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Breaks the connection: for tests. */
    void close() {
        Connection known = connection;
        try {
            if (known != null) {
                known.close();
            }
        } catch (SQLException e) {
            log.debug("listening connection could not be closed", e);
        }
    }

    private void run() {
        while (!ended) {
            try (Connection fresh = database.dedicated()) {
                connection = fresh;
                listen(fresh);
            } catch (SQLException | RuntimeException e) {
                log.debug("events of other nodes cannot be heard", e);
                pause();
            }
        }
    }

    private void listen(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement()) {
            statement.execute("listen " + EventStore.CHANNEL);
        }
        store.since(missedSince, MOST_MISSED).forEach(this::pass);
        PGConnection notified = fresh.unwrap(PGConnection.class);
        while (!ended) {
            Instant before = clock.instant();
            PGNotification[] notifications = notified.getNotifications(WAIT_MILLIS);
            if (notifications != null && notifications.length > 0) {
                store.of(unseen(notifications)).forEach(this::pass);
            } else if (!fresh.isValid(SECONDS_TO_ANSWER)) {
                return;
            }
            missedSince = before.minus(LONGEST_TRANSACTION);
        }
    }

    private List<Long> unseen(PGNotification[] notifications) {
        List<Long> ids = new ArrayList<>();
        for (PGNotification notification : notifications) {
            long id = Long.parseLong(notification.getParameter());
            if (!seen.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private void pass(StoredEvent event) {
        if (seen.add(event.id())) {
            sink.accept(event);
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            log.debug("woken", e);
        }
    }
}
