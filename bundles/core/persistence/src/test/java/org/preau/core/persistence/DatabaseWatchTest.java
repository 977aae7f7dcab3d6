package org.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;

/** The database comes and goes; its users are told, and served again, without anybody's doing. */
class DatabaseWatchTest {
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
        await(() -> watch.health().detail().contains("refused"));
        assertUnavailableSoon(transactions);
        assertThat(looks).hasValue(0);

        server.start();
        await(() -> watch.health().up());
        assertThat(transactions.<Integer>call(false, running -> 1)).isEqualTo(1);
        await(() -> looks.get() > 0);

        server.stop();
        await(() -> !watch.health().up());
        assertUnavailableSoon(transactions);
        server.start();
        await(() -> watch.health().up());
        assertThat(transactions.<Integer>call(true, running -> 2)).isEqualTo(2);
    }

    @Test
    void startsTheEmbeddedServerAgainAfterItWasKilled() throws Exception {
        watch(server);
        await(() -> watch.health().up());
        assertThat(watch.health().detail()).isEmpty();
        long first = server.pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        await(() -> server.pid() != first && watch.health().up());
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
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 30 s");
            }
            Thread.sleep(50);
        }
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
