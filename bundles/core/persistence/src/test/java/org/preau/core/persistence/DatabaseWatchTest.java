package org.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.core.persistence.testing.Soon;

/** The database comes and goes; its users are told, and served again, without anybody's doing. */
class DatabaseWatchTest {
    /** How long the pool's library waits for a connection when nobody tells it otherwise. */
    private static final Duration POOLS_OWN_PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger looks = new AtomicInteger();
    private Path data;
    private EmbeddedPostgresql server;
    private ConnectionPool pool;
    private PooledDatabase database;
    private DatabaseWatch watch;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        data = Files.createTempDirectory("preau-watch").resolve("data");
        server = new EmbeddedPostgresql(data, TestServer.binaries(), List.of("fsync=off"));
        pool = new ConnectionPool(4, () -> watch.lookSoon());
        database = new PooledDatabase(pool);
    }

    @AfterEach
    void remove() throws IOException {
        watch.end();
        database.close();
        server.stop();
        FileTree.delete(data.getParent());
    }

    @Test
    void servesADatabaseThatAppearsLaterAndOneThatComesBack() throws Exception {
        ConnectionSettings settings = server.start();
        server.stop();
        watch(new FixedServer(settings));
        Transactions transactions = new Transactions(pool);
        Soon.holds("the database is refused", () -> watch.health().detail().contains("refused"));
        assertUnavailableSoon(transactions);
        assertThat(looks).hasValue(0);

        server.start();
        Soon.holds("the database is up", () -> watch.health().up());
        assertThat(transactions.<Integer>call(false, running -> 1)).isEqualTo(1);
        Soon.holds("somebody is told", () -> looks.get() > 0);

        server.stop();
        Soon.holds("the database is down", () -> !watch.health().up());
        assertUnavailableSoon(transactions);
        server.start();
        Soon.holds("the database is up", () -> watch.health().up());
        assertThat(transactions.<Integer>call(true, running -> 2)).isEqualTo(2);
    }

    @Test
    void startsTheEmbeddedServerAgainAfterItWasKilled() throws Exception {
        watch(server);
        Soon.holds("the database is up", () -> watch.health().up());
        assertThat(watch.health().detail()).isEmpty();
        long first = server.pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        Soon.holds(
                "another server is up",
                () -> server.pid() != first && watch.health().up());
        assertThat(new Transactions(pool).<Integer>call(true, running -> 3)).isEqualTo(3);
    }

    private void watch(DatabaseServer watched) {
        watch = new DatabaseWatch(watched, pool, looks::incrementAndGet);
        watch.start();
    }

    private static void assertUnavailableSoon(Transactions transactions) {
        long before = System.nanoTime();
        assertThatThrownBy(() -> transactions.<Integer>call(false, running -> 1))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(POOLS_OWN_PATIENCE);
    }

    private record FixedServer(ConnectionSettings settings) implements DatabaseServer {
        @Override
        public ConnectionSettings ensure() {
            return settings;
        }

        @Override
        public void stop() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String description() {
            return "a server that comes and goes";
        }
    }
}
