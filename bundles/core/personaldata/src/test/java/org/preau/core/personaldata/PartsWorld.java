package org.preau.core.personaldata;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.base.LocalizedText;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.api.personaldata.PersonalData;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.SettableClock;

/** Parts of the portal that keep something about people; one database a test class. */
abstract class PartsWorld {
    static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    static TestDatabase database;
    static Tx tx;

    final List<String> scheduled = new ArrayList<>();
    final SettableClock clock = SettableClock.at(NOW);
    Parts parts;
    ErasedListener listener;
    EraseJob job;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create();
        tx = database.tx(new PersonalUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void portal() {
        tx.writeSql(connection -> {
            Rows.run(connection, "truncate personaldata.erased, personaldata.part, personaldata.erased_part");
            return 0;
        });
        parts = new Parts(clock);
        listener = new ErasedListener(tx, new FakeJobs(scheduled), clock);
        job = new EraseJob(tx, parts, clock);
    }

    static class Notes implements PersonalData {
        final List<DataSubject> erased = new ArrayList<>();
        final String id;
        boolean fails;

        Notes(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public LocalizedText name() {
            return new LocalizedText("Notes", "Notes");
        }

        @Override
        public void export(DataSubject who, PersonalArchive archive) throws IOException {
            if (fails) {
                throw new IllegalStateException("broken");
            }
            archive.text("a.txt", "alpha");
            archive.text("b/c.txt", "beta");
        }

        @Override
        public int erase(DataSubject who) {
            if (fails) {
                throw new IllegalStateException("broken");
            }
            erased.add(who);
            return 1;
        }
    }

    record FakeJobs(List<String> scheduled) implements org.preau.api.job.Jobs {
        @Override
        public void schedule(String name, String instance, Instant at) {
            scheduled.add(name + "/" + instance);
        }

        @Override
        public void cancel(String name, String instance) {}
    }
}
