package org.preau.core.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.audit.AuditDetails;
import org.preau.api.audit.AuditVerdict;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Requirement;
import org.preau.core.audit.SqlAudit;

@Requirement("71E")
class SealTest {
    private static final int MANY = 100_000;

    @TempDir
    Path data;

    private Trail trail;

    @BeforeEach
    void open() {
        trail = new Trail(data);
    }

    @AfterEach
    void close() {
        trail.close();
    }

    @Test
    void anEmptyTrailIsIntact() {
        assertThat(trail.seals.seal()).isZero();
        assertThat(trail.verify().intact()).isTrue();
        assertThat(trail.seals.heads()).isEmpty();
    }

    @Test
    void aLateCommitWithALowerNumberGoesUnderTheNextSeal() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        ExecutorService late = Executors.newSingleThreadExecutor();
        Future<?> commit = late.submit(() -> trail.tx.writeSql(connection -> {
            trail.write(1);
            written.countDown();
            return await(sealed);
        }));
        assertThat(await(written)).isTrue();
        trail.write(2);
        assertThat(trail.seals.seal()).isEqualTo(2);
        sealed.countDown();
        commit.get(10, TimeUnit.SECONDS);
        assertThat(trail.verify().pending()).isEqualTo(1);
        assertThat(trail.seals.seal()).isEqualTo(1);
        AuditVerdict verdict = trail.verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(3);
        assertThat(verdict.seals()).isEqualTo(2);
        late.shutdown();
    }

    @Test
    void writersThatRollBackAndSealersOfTwoNodesAtOnceLeaveNothingOut(@TempDir Path otherData) throws Exception {
        UUID other = new UUID(0, 2);
        SealedTrail seals2 = new SealedTrail(trail.tx, trail.keys, Trail.CLOCK, other, otherData);
        SqlAudit audit2 = new SqlAudit(trail.tx, Trail.CLOCK, other);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<?>> all = new ArrayList<>();
        for (SqlAudit audit : List.of(trail.audit, audit2, trail.audit, audit2)) {
            all.add(threads.submit(() -> writeAndRollBack(audit)));
        }
        for (SealedTrail seals : List.of(trail.seals, seals2)) {
            all.add(threads.submit(() -> sealTwentyTimes(seals)));
        }
        for (Future<?> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        trail.seals.seal();
        seals2.seal();
        AuditVerdict verdict = trail.verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(4 * 50);
        assertThat(verdict.pending()).isZero();
        assertThat(verdict.heads()).hasSize(2);
    }

    @Test
    void takesOverWhatASilentNodeLeft() {
        SqlAudit silent = new SqlAudit(trail.tx, Trail.CLOCK, new UUID(0, 9));
        silent.record(Trail.TEACHER, "test.write", "thing:1", Map.of());
        assertThat(trail.seals.seal()).isZero();
        trail.tamper("update audit.pending set queued_at = queued_at - interval '3 minutes'");
        assertThat(trail.seals.seal()).isEqualTo(1);
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    @Requirement("71C")
    void erasingAPersonBreaksNoSeal() {
        trail.audit.record(
                Trail.TEACHER,
                "test.write",
                "thing:1",
                AuditDetails.NONE
                        .personal(Trail.TEACHER.personId(), "login", "c.dubois")
                        .with("kept", "1"));
        trail.seals.seal();
        assertThat(trail.audit.erasePerson(Trail.TEACHER.personId())).isEqualTo(1);
        trail.seals.seal();
        AuditVerdict verdict = trail.verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.erased()).isEqualTo(1);
        assertThat(count("select count(*) from audit.personal where value is not null or salt is not null"))
                .isZero();
    }

    @Test
    @Requirement("74I")
    void pruningKeepsTheSeals() {
        SqlAudit old = new SqlAudit(trail.tx, Clock.offset(Trail.CLOCK, Duration.ofDays(-400)), Trail.NODE);
        old.record(
                Trail.TEACHER, "test.old", "thing:1", AuditDetails.NONE.personal(Trail.TEACHER.personId(), "a", "b"));
        trail.seals.seal();
        trail.write(2);
        trail.seals.seal();
        AuditKeepJob job = new AuditKeepJob(12, trail.tx, trail.keys, Trail.CLOCK, trail.audit, trail.seals);
        job.run("");
        AuditVerdict verdict = trail.verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.pruned()).isEqualTo(1);
        assertThat(trail.audit.latest("test.old", PageRequest.first(1)).total()).isZero();
        assertThat(trail.audit
                        .latest("audit.prune", PageRequest.first(1))
                        .items()
                        .get(0)
                        .details())
                .containsEntry("entries", "1");
        job.run("");
        assertThat(trail.verify().pruned()).isEqualTo(1);
    }

    @Test
    void entriesFromBeforeSealsExistedAreSealedToo() {
        trail.tamper(
                "insert into audit.entry (id, at, action, target, details) values (gen_random_uuid(), now(), 'a.b', 'c:d', '{}')",
                "insert into audit.pending (seq, node, queued_at) select seq, null, to_timestamp(0) from audit.entry");
        assertThat(trail.seals.seal()).isEqualTo(1);
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    void verifiesAHundredThousandEntriesInSeconds() {
        trail.tamper(
                "insert into audit.entry (id, at, node, account_id, action, target, details) select gen_random_uuid(), now(), '"
                        + Trail.NODE
                        + "', gen_random_uuid(), 'test.many', 'thing:' || n, jsonb_build_object('number', n::text, 'school', '0770001A')"
                        + " from generate_series(1, " + MANY + ") n",
                "insert into audit.pending (seq, node, queued_at) select seq, node, now() from audit.entry");
        long began = System.nanoTime();
        assertThat(trail.seals.seal()).isEqualTo(MANY);
        long sealed = System.nanoTime();
        AuditVerdict verdict = trail.verify();
        long verified = System.nanoTime();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(MANY);
        System.getLogger("seal")
                .log(
                        System.Logger.Level.INFO,
                        "{0} entries sealed in {1} ms, verified in {2} ms",
                        MANY,
                        (sealed - began) / 1_000_000,
                        (verified - sealed) / 1_000_000);
        assertThat(Duration.ofNanos(verified - sealed))
                .as("a query for each entry would be longer")
                .isLessThan(Duration.ofMinutes(3));
    }

    private int writeAndRollBack(SqlAudit audit) {
        for (int i = 0; i < 100; i++) {
            boolean fails = i % 2 == 1;
            String target = "thing:" + i;
            try {
                trail.tx.writeSql(connection -> {
                    audit.record(Trail.TEACHER, "test.write", target, Map.of());
                    if (fails) {
                        throw new IllegalArgumentException("the act fails");
                    }
                    return 0;
                });
            } catch (IllegalArgumentException e) {
                assertThat(fails).isTrue();
            }
        }
        return 0;
    }

    private static int sealTwentyTimes(SealedTrail seals) {
        for (int i = 0; i < 20; i++) {
            seals.seal();
        }
        return 0;
    }

    private long count(String sql) {
        return trail.tx.readSql(connection -> {
            try (var rows = connection.createStatement().executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
