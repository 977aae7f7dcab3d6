package org.preau.core.feed.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.core.feed.FeedUnit;
import org.preau.core.feed.Node;
import org.preau.core.feed.Ticking;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.persistence.testing.TestDatabase;

@Requirement("44A")
class DropTest {
    @TempDir
    private Path home;

    private final Ticking clock = new Ticking();
    private TestDatabase database;
    private Node node;
    private DropJob drop;
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.create();
        node = new Node(database, database.tx(new FeedUnit()), clock, home, Map.of("limit_megabytes", 1));
        drop = new DropJob(node.settings, node.feeds, node.reception);
        folder = Files.createDirectories(home.resolve("feeds/fake"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesAFileThatIsWholeAndNothingElse() throws IOException {
        Path whole = Files.writeString(folder.resolve("b é.txt"), "begin 24 complete 2026-11-16\npupil 1 A\n");
        Files.writeString(folder.resolve("c.txt.part"), "…");
        Files.writeString(folder.resolve(".d"), "…");
        drop.run("");
        assertThat(runs()).isEmpty();
        Files.writeString(whole, Files.readString(whole) + "pupil 2 A\n");
        drop.run("");
        assertThat(runs()).isEmpty();
        drop.run("");
        FeedRun run = runs().get(0);
        assertThat(run.fileName()).isEqualTo("b é.txt");
        assertThat(run.receivedBy()).isNull();
        assertThat(run.sha256()).hasSize(64);
        assertThat(whole).doesNotExist();
        drop.run("");
        assertThat(runs()).hasSize(1);
        node.steps.work(run.id());
        assertThat(node.run(run.id()).state()).isEqualTo(FeedState.APPLIED);
    }

    @Test
    void keepsTheNamesThatTellAFeedWhatAFileIs() throws IOException {
        Path table = Files.writeString(home.resolve("ONDE 0774318A élèves.csv"), "a");
        UUID one = UUID.randomUUID();
        assertThat(node.store.keep(one, table).path()).isEqualTo(one + "/ONDE_0774318A_eleves.csv");
        Path school = Files.createDirectories(home.resolve("dépôt/0774318A"));
        Files.writeString(school.resolve("eleves.csv"), "a");
        UUID all = UUID.randomUUID();
        Path kept =
                node.store.resolve(node.store.keep(all, home.resolve("dépôt")).path());
        assertThat(kept.resolve("0774318A/eleves.csv")).hasContent("a");
    }

    @Test
    void readsTheAcademyFromAFolder() throws IOException {
        Files.createDirectories(folder.resolve("24"));
        Files.writeString(folder.resolve("24/a.txt"), "begin 24 complete 2026-11-16\n");
        Files.createDirectories(folder.resolve("archive"));
        Files.writeString(folder.resolve("archive/one.xml"), "x");
        drop.run("");
        drop.run("");
        assertThat(runs()).extracting(FeedRun::fileName).containsExactlyInAnyOrder("a.txt", "archive");
        assertThat(runs().stream()
                        .filter(run -> run.fileName().equals("a.txt"))
                        .map(run -> node.runs.get(run.id()).options().academy()))
                .containsExactly(Optional.of("24"));
        assertThat(folder.resolve("archive")).doesNotExist();
    }

    @Test
    void setsAsideWhatIsTooLarge() throws IOException {
        Path large = Files.write(folder.resolve("large.txt"), new byte[(1 << 20) + 1]);
        drop.run("");
        drop.run("");
        assertThat(runs()).isEmpty();
        assertThat(large).doesNotExist();
        assertThat(folder.resolve(".refused/large.txt")).exists();
        assertThatThrownBy(() -> node.reception.later(
                        Subject.SYSTEM, "fake", home.resolve("nothing"), FeedOptions.NONE, Doing.APPLY))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void deletesArchivesAndSamplesInTime() {
        FeedRun run = node.pass(Doing.APPLY, "begin 24 complete 2026-11-16", "pupil 1 A", "warn odd");
        Path kept = node.settings.store().resolve(run.id().toString());
        assertThat(kept).exists();
        CleanJob clean = new CleanJob(node.settings, node.store, node.runs, clock);
        clean.run("");
        assertThat(kept).exists();
        clock.pass(Duration.ofDays(3000));
        clean.run("");
        assertThat(kept).doesNotExist();
        assertThat(node.reviews.findings(run.id(), PageRequest.first(9)).items())
                .isEmpty();
        assertThat(node.run(run.id()).warnings()).isEqualTo(1);
    }

    private List<FeedRun> runs() {
        return node.runs.list(null, PageRequest.first(9)).items();
    }
}
