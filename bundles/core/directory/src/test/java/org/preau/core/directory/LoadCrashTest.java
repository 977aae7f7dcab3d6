package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.persistence.Rows;

/** The server's process that applies a load dies at random moments: all of the load or nothing, and the next one clears up. */
class LoadCrashTest {
    private static final int MOMENTS = 12;
    private static TestSchools schools;

    @BeforeAll
    static void open() {
        schools = new TestSchools();
    }

    @AfterAll
    static void drop() {
        schools.close();
    }

    @Test
    @Requirement("44C")
    void neverHalfAppliesALoad() throws InterruptedException {
        Random random = new Random(7);
        RandomSchools story = new RandomSchools(7, 1);
        LocalDate date = LocalDate.parse("2026-10-01");
        load(story.complete(), date);
        List<String> before = DirectoryPicture.of(schools.tx, "C");
        int killed = 0;
        for (int i = 1; i <= MOMENTS; i++) {
            for (int n = 0; n < 6; n++) {
                story.change();
            }
            List<FeedRecord> records = story.complete();
            boolean applied = dies(records, date.plusDays(i), random.nextInt(60));
            if (!applied) {
                killed++;
                assertThat(DirectoryPicture.differences(before, DirectoryPicture.of(schools.tx, "C")))
                        .as("moment %d", i)
                        .isEmpty();
                load(records, date.plusDays(i));
            }
            assertThat(staged()).isZero();
            before = DirectoryPicture.of(schools.tx, "C");
        }
        assertThat(killed).isPositive();
    }

    @Test
    @Requirement("44C")
    void clearsUpAfterALoadThatWasAppliedAMomentBeforeTheCrash() {
        try (DirectoryLoad load = schools.loads.open(
                new LoadSource("aaf", "D", true, LocalDate.parse("2026-09-01"), "dies late"), TestSchools.FORM)) {
            load.apply(Leavers.all());
        }
        schools.tx.writeSql(connection -> {
            String id = Rows.first(
                            connection, "select id from directory.load where academy = 'D'", row -> row.getString(1))
                    .orElseThrow();
            Rows.run(connection, "create table directory.stage_" + id.replace("-", "") + "_school ()");
            Rows.run(connection, "create table directory.stage_" + id.replace("-", "") + "_person ()");
            return id;
        });
        schools.loads
                .open(new LoadSource("aaf", "E", true, LocalDate.parse("2026-09-01"), "next"), TestSchools.FORM)
                .close();
        assertThat(staged()).isZero();
    }

    /** Applies while somebody kills; gives whether it was quicker. */
    private static boolean dies(List<FeedRecord> records, LocalDate date, int millis) throws InterruptedException {
        CountDownLatch begins = new CountDownLatch(1);
        Thread killer = new Thread(() -> {
            try {
                begins.await(10, TimeUnit.SECONDS);
                TimeUnit.MILLISECONDS.sleep(millis);
                schools.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        killer.start();
        try (DirectoryLoad load =
                schools.loads.open(new LoadSource("aaf", "C", true, date, "dies"), TestSchools.FORM)) {
            records.forEach(load::add);
            load.check();
            begins.countDown();
            load.apply(Leavers.all());
            return true;
        } catch (PortalException e) {
            return false;
        } finally {
            killer.join(TimeUnit.SECONDS.toMillis(20));
        }
    }

    private static void load(List<FeedRecord> records, LocalDate date) {
        try (DirectoryLoad load =
                schools.loads.open(new LoadSource("aaf", "C", true, date, "lives " + date), TestSchools.FORM)) {
            records.forEach(load::add);
            load.apply(Leavers.all());
        }
    }

    private static int staged() {
        return schools.tx.readSql(connection ->
                (int) Rows.count(connection, "select count(*) from pg_tables where tablename like 'stage%'"));
    }
}
