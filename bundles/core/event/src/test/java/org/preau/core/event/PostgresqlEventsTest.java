package org.preau.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalEventListener;
import org.preau.api.base.Profile;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;

class PostgresqlEventsTest {
    private static final Published EVENT = new Published(
            UUID.fromString("01920000-0000-7000-8000-000000000001"),
            "Sortie à la ferme",
            Profile.TEACHER,
            true,
            3,
            Instant.parse("2026-11-22T08:00:00.123456Z"),
            List.of(UUID.fromString("01920000-0000-7000-8000-000000000002")));
    private static TestDatabase database;

    private static Tx tx;

    private final Heard here = new Heard();
    private final Heard there = new Heard();
    private PostgresqlEvents node;
    private PostgresqlEvents other;

    @BeforeAll
    static void openUnit() {
        database = TestDatabase.create();
        tx = database.tx(new EventUnit());
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void startTwoNodes() {
        tx.writeSql(connection -> connection.createStatement().execute("truncate event.entry"));
        node = new PostgresqlEvents(tx, database.database(), Clock.systemUTC());
        other = new PostgresqlEvents(tx, database.database(), Clock.systemUTC());
        node.bindListener(here, Map.of());
        other.bindListener(there, Map.of());
    }

    @AfterEach
    void stopNodes() {
        node.stop();
        other.stop();
    }

    @Test
    void deliversOnEveryNodeOnceAfterTheCommit() {
        tx.writeSql(connection -> {
            node.publish(EVENT);
            assertThat(here.quiet()).isTrue();
            return null;
        });
        assertThat(here.next()).isEqualTo(EVENT);
        assertThat(there.next()).isEqualTo(EVENT);
        assertThat(here.quiet()).isTrue();
        assertThat(there.events).isEmpty();
    }

    @Test
    void isATransactionOfItsOwnOutsideOne() {
        node.publish(EVENT);
        assertThat(here.next()).isEqualTo(EVENT);
    }

    @Test
    void deliversNothingAfterARollback() {
        assertThatThrownBy(() -> tx.writeSql(connection -> {
                    node.publish(EVENT);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(here.quiet()).isTrue();
        assertThat(there.events).isEmpty();
    }

    @Test
    void hearsAfterAReconnectWhatItMissed() {
        other.breakConnection();
        node.publish(EVENT);
        assertThat(there.next()).isEqualTo(EVENT);
        assertThat(there.quiet()).isTrue();
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        Heard second = new Heard();
        node.bindListener(
                new PortalEventListener<Published>() {
                    @Override
                    public Class<Published> type() {
                        return Published.class;
                    }

                    @Override
                    public void on(Published event) {
                        throw new IllegalStateException("broken listener");
                    }
                },
                Map.of());
        node.bindListener(second, Map.of());
        node.publish(EVENT);
        assertThat(second.next()).isEqualTo(EVENT);
    }

    @Test
    void tellsNobodyWhoLeft() {
        node.unbindListener(here);
        node.publish(EVENT);
        assertThat(there.next()).isEqualTo(EVENT);
        assertThat(here.events).isEmpty();
    }

    @Test
    void purgesOldEntries() throws Exception {
        node.publish(EVENT);
        EventStore store = new EventStore(tx);
        assertThat(store.purge(Instant.now().minus(Duration.ofHours(1)))).isZero();
        assertThat(store.purge(Instant.now().plus(Duration.ofHours(1)))).isEqualTo(1);
        try (Connection connection = database.dataSource().getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from event.entry")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    record Published(UUID id, String title, Profile by, boolean pinned, int count, Instant at, List<UUID> scopes)
            implements PortalEvent {}

    private static final class Heard implements PortalEventListener<Published> {
        final BlockingQueue<Published> events = new LinkedBlockingQueue<>();

        @Override
        public Class<Published> type() {
            return Published.class;
        }

        @Override
        public void on(Published event) {
            events.add(event);
        }

        boolean quiet() {
            return waited(400) == null;
        }

        Published next() {
            Published event = waited(10_000);
            if (event == null) {
                throw new AssertionError("nothing heard within 10 s");
            }
            return event;
        }

        private @Nullable Published waited(long millis) {
            try {
                return events.poll(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
