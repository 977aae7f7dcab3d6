package org.preau.core.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Requirement;
import org.preau.api.directory.lifecycle.PersonErased;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.api.personaldata.PersonalData;
import org.preau.core.persistence.testing.TestDatabase;

class PersonalDataTest {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static TestDatabase database;
    private static Tx tx;

    private final List<String> scheduled = new ArrayList<>();
    private final MovingClock clock = new MovingClock(NOW);
    private Parts parts;
    private ErasedListener listener;
    private EraseJob job;

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

    private UUID erase() {
        UUID person = UUID.randomUUID();
        listener.on(new PersonErased(person, List.of(UUID.randomUUID())));
        return person;
    }

    @Test
    @Requirement("71C-F")
    void hasEveryPartEraseThePersonOnce() {
        Notes notes = new Notes("notes");
        Notes photos = new Notes("photos");
        parts.addData(notes);
        parts.addData(photos);
        clock.go(60);
        UUID person = erase();
        assertThat(scheduled).containsExactly("personaldata.erase/erased");

        job.run("erased");
        job.run("");

        assertThat(notes.erased).extracting(DataSubject::personId).containsExactly(person);
        assertThat(notes.erased.get(0).accountIds()).hasSize(1);
        assertThat(photos.erased).hasSize(1);
    }

    @Test
    void asksAPartThatFailedAgainAndTheOthersNot() {
        Notes notes = new Notes("notes");
        Notes broken = new Notes("broken");
        broken.fails = true;
        parts.addData(notes);
        parts.addData(broken);
        UUID person = erase();

        job.run("");
        assertThat(notes.erased).hasSize(1);
        broken.fails = false;
        job.run("");

        assertThat(broken.erased).extracting(DataSubject::personId).containsExactly(person);
        assertThat(notes.erased).hasSize(1);
    }

    @Test
    void asksAPartThatWasAwayWhenItIsBack() {
        Notes notes = new Notes("notes");
        parts.addData(notes);
        job.run("");
        parts.removeData(notes);
        clock.go(3600);
        UUID person = erase();
        job.run("");
        clock.go(3600);

        parts.addData(notes);
        job.run("");

        assertThat(notes.erased).extracting(DataSubject::personId).containsExactly(person);
    }

    @Test
    void doesNotAskAPartAboutThoseErasedBeforeItExisted() {
        erase();
        job.run("");
        clock.go(3600);
        Notes fresh = new Notes("fresh");
        parts.addData(fresh);

        job.run("");

        assertThat(fresh.erased).isEmpty();
    }

    @Test
    @Requirement("41B")
    void archiveHoldsAFolderOfEachPartAndSaysWhatIsMissing(@TempDir Path folder) throws IOException {
        Notes broken = new Notes("broken");
        broken.fails = true;
        parts.addData(new Notes("notes"));
        parts.addData(broken);
        Path file = folder.resolve("a.zip");

        List<String> missing = TakeoutZip.write(file, new DataSubject(UUID.randomUUID(), List.of()), parts.all());

        assertThat(missing).containsExactly("broken");
        Map<String, String> content = read(file);
        assertThat(content).containsEntry("notes/a.txt", "alpha").containsEntry("notes/b/c.txt", "beta");
        assertThat(content.get("LISEZMOI-README.txt")).contains("notes: Notes").contains("broken: ");
    }

    @Test
    void refusesNamesThatLeadOutOfThePartsFolder(@TempDir Path folder) throws IOException {
        for (String name : List.of("../x", "/x", "a/../../x", "a//b", ".x", "a.txt", "")) {
            parts = new Parts(clock);
            parts.addData(new Notes("notes") {
                @Override
                public void export(DataSubject who, PersonalArchive archive) throws IOException {
                    archive.text("a.txt", "first");
                    archive.text(name, "second");
                }
            });
            List<String> missing = TakeoutZip.write(
                    folder.resolve("b.zip"), new DataSubject(UUID.randomUUID(), List.of()), parts.all());
            assertThat(missing).as(name).containsExactly("notes");
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                content.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return content;
    }

    private static class Notes implements PersonalData {
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

    private static final class MovingClock extends Clock {
        private Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        void go(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private record FakeJobs(List<String> scheduled) implements org.preau.api.job.Jobs {
        @Override
        public void schedule(String name, String instance, Instant at) {
            scheduled.add(name + "/" + instance);
        }

        @Override
        public void cancel(String name, String instance) {}
    }
}
