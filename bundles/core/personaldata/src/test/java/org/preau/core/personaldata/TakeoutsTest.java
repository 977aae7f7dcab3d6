package org.preau.core.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.Audit;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Accounts;
import org.preau.api.job.Jobs;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.api.storage.FileStore;
import org.preau.api.storage.StoredFile;
import org.preau.core.persistence.testing.TestDatabase;

@Requirement("41B")
class TakeoutsTest {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static TestDatabase database;
    private static Tx tx;

    private final List<String> scheduled = new ArrayList<>();
    private final List<String> audited = new ArrayList<>();
    private final Files files = new Files();
    private final PortalSession ana = session();
    private final PortalSession ben = session();

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create();
        tx = database.tx(new PersonalUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static PortalSession session() {
        return new PortalSession(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "login",
                "Ana",
                "Martin",
                "local",
                NOW,
                new PortalSession.Context(Profile.TEACHER, UUID.randomUUID(), "Les Lilas", "0240001A", null));
    }

    private Takeouts takeouts(Instant at) {
        Jobs jobs = answering(Jobs.class, args -> scheduled.add((String) args[1]));
        Audit audit = answering(Audit.class, args -> audited.add((String) args[1]));
        return new Takeouts(tx, jobs, files, audit, Clock.fixed(at, ZoneOffset.UTC));
    }

    private void run(Instant at) {
        Accounts accounts = answering(Accounts.class, args -> List.of());
        TakeoutJob job = new TakeoutJob(takeouts(at), new Parts(Clock.fixed(at, ZoneOffset.UTC)), accounts, files);
        List.copyOf(scheduled).forEach(job::run);
        scheduled.clear();
        job.run("");
    }

    @Test
    void isMadeOnceAndFetchedByItsOwnerOnly() throws IOException {
        Takeouts takeouts = takeouts(NOW);
        takeouts.ask(ana);
        takeouts.ask(ana);
        assertThat(scheduled).hasSize(1);
        assertThat(takeouts.of(ana.accountId()).orElseThrow().state()).isEqualTo(Takeout.State.ASKED);

        run(NOW);

        Takeout ready = takeouts.of(ana.accountId()).orElseThrow();
        assertThat(ready.state()).isEqualTo(Takeout.State.READY);
        assertThat(ready.size()).isPositive();
        assertThat(takeouts.open(ben, ready)).isEmpty();
        try (InputStream content = takeouts.open(ana, ready).orElseThrow()) {
            assertThat(content.readAllBytes()).hasSize((int) ready.size());
        }
        assertThat(audited).containsExactly("data.takeout", "data.takeout.fetch");
    }

    @Test
    void isReplacedByANewOneAndGoneAfterAWeek() {
        takeouts(NOW).ask(ana);
        run(NOW);
        takeouts(NOW.plusSeconds(60)).ask(ana);
        run(NOW.plusSeconds(60));
        assertThat(files.kept).hasSize(1);

        run(NOW.plus(Duration.ofDays(8)));

        assertThat(files.kept).isEmpty();
        assertThat(takeouts(NOW).of(ana.accountId())).isEmpty();
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object given = answer.to(args);
            return method.getReturnType() == void.class ? null : given;
        }));
    }

    private static final class Files implements FileStore {
        final Map<String, byte[]> kept = new TreeMap<>();

        @Override
        public StoredFile put(String owner, String key, InputStream content, long most) {
            try {
                kept.put(key, content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return find(owner, key).orElseThrow();
        }

        @Override
        public Optional<InputStream> open(String owner, String key) {
            return Optional.ofNullable(kept.get(key)).map(ByteArrayInputStream::new);
        }

        @Override
        public Optional<StoredFile> find(String owner, String key) {
            return list(owner, key, 1).stream().findFirst();
        }

        @Override
        public boolean delete(String owner, String key) {
            return kept.remove(key) != null;
        }

        @Override
        public List<StoredFile> list(String owner, String prefix, int most) {
            return kept.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(prefix))
                    .map(each -> new StoredFile(owner, each.getKey(), each.getValue().length, NOW))
                    .limit(most)
                    .toList();
        }

        @Override
        public long used(String owner) {
            return 0;
        }
    }
}
